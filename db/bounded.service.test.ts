import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { isDatabaseAway } from '@/lib/base/errors';
import { eventually } from '@/lib/base/testing/eventually';
import { connect } from './client';
import { lineOptions } from './primary';
import { useTestDatabase } from './testing/database';
import { startEncrypted } from './testing/encrypted';
import { type Fault, type FaultyProxy, startFaultyProxy } from './testing/faulty-proxy';

const url = useTestDatabase();
let encrypted: Awaited<ReturnType<typeof startEncrypted>>;
let proxy: FaultyProxy;
let encryptedProxy: FaultyProxy;
const stray: unknown[] = [];
const keep = (error: unknown) => stray.push(error);

beforeAll(async () => {
  const { hostname, port } = new URL(url());
  proxy = await startFaultyProxy({ host: hostname, port: Number(port || 5432) });
  encrypted = await startEncrypted();
  const { port: other } = new URL(encrypted.url);
  encryptedProxy = await startFaultyProxy({ host: '127.0.0.1', port: Number(other) });
  process.on('uncaughtException', keep).on('unhandledRejection', keep);
});
afterAll(async () => {
  process.off('uncaughtException', keep).off('unhandledRejection', keep);
  await Promise.all([proxy.stop(), encryptedProxy.stop()]);
  await encrypted.stop();
});

type Kind = keyof typeof ADDRESSES;
/** Addresses through the proxies: one host, two of which the other is away, and encrypted. */
const ADDRESSES = {
  plain: () => Object.assign(new URL(url()), { host: `127.0.0.1:${proxy.port}` }).href,
  'two hosts': () => ADDRESSES.plain().replace('@', '@127.0.0.1:1,'),
  TLS: () => {
    const host = `127.0.0.1:${encryptedProxy.port}`;
    return `${Object.assign(new URL(encrypted.url), { host }).href}?sslmode=require`;
  },
};
const KINDS = Object.keys(ADDRESSES) as Kind[];
const proxyOf = (kind: Kind) => (kind === 'TLS' ? encryptedProxy : proxy);

/** Returns a repeatable source of numbers from 0 to 1. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

type Client = ReturnType<typeof connect>;

const open = (kind: Kind, max = 3): Client =>
  connect(ADDRESSES[kind](), { max, statementTimeout: 500, patience: 1_500 });

/** Kinds of work; each returns what it read. */
const WORK: ((client: Client, n: number) => Promise<unknown>)[] = [
  async ({ db }, n) => (await db.execute(sql`select ${n}::int as n`))[0]?.n,
  async ({ sql: raw }, n) => (await raw`select ${n}::int as n, pg_sleep(0.01)`)[0]?.n,
  ({ db }, n) =>
    db.transaction(async (tx) => {
      await tx.execute(sql`select pg_sleep(0.01)`);
      return (await tx.execute(sql`select ${n}::int as n`))[0]?.n;
    }),
  ({ db }, n) =>
    db.transaction(async (tx) => {
      // A loss while the transaction does something else.
      await sleep(15);
      return await tx.transaction(
        async (inner) => (await inner.execute(sql`select ${n}::int as n`))[0]?.n,
      );
    }),
  ({ db }, n) =>
    db.transaction(async (tx) => {
      const all = [1, 2, 3].map(() => tx.execute(sql`select ${n}::int as n, pg_sleep(0.005)`));
      return (await Promise.all(all))[0]?.[0]?.n;
    }),
];

const FAULTS: Fault[] = ['cut', 'close', 'refuse', 'shut', 'freeze', 'cutReply'];

for (const [seed, kind] of KINDS.entries()) {
  for (const [at, fault] of FAULTS.entries()) {
    it(`every query ends after "${fault}" at any moment, ${kind}`, async () => {
      const draw = random(at * 7 + seed + 1);
      const client = open(kind);
      const proxy = proxyOf(kind);
      const settled = new Set<number>();
      const wrong: unknown[] = [];
      const failed: unknown[] = [];
      const started: Promise<void>[] = [];
      for (let n = 0; n < 60; n++) {
        if (n % 20 === 8) proxy.fail(fault);
        const work = WORK[Math.floor(draw() * WORK.length)] ?? WORK[0];
        started.push(
          (work?.(client, n) ?? Promise.resolve())
            .then(
              (value) => value === n || wrong.push([n, value]),
              (error) => failed.push(error),
            )
            .then(() => void settled.add(n)),
        );
        if (draw() < 0.5) await sleep(draw() * 12);
        if (n % 20 === 16) {
          await sleep(draw() * 30);
          proxy.heal();
        }
      }
      // Silence is only noticed by patience.
      if (fault === 'freeze') proxy.fail('freeze');
      const late = sleep(30_000).then(() => 'late');
      const end = await Promise.race([Promise.all(started).then(() => 'settled'), late]);
      const missing = started.map((_, n) => n).filter((n) => !settled.has(n));
      expect({ end, missing, wrong }).toEqual({ end: 'settled', missing: [], wrong: [] });
      proxy.heal();
      await eventually(async () => expect(await WORK[2]?.(client, 7)).toBe(7));
      await client.sql.end();
      // The driver asks for types outside of any promise; everything else is a fault.
      expect(stray.splice(0).filter((error) => !isDatabaseAway(error))).toEqual([]);
    }, 60_000);
  }
}

it('a host that refuses takes no place of the pool away', async () => {
  for (const kind of KINDS) {
    const client = open(kind, 2);
    const proxy = proxyOf(kind);
    proxy.fail('refuse');
    for (let n = 0; n < 6; n++) await expect(WORK[0]?.(client, n)).rejects.toThrow();
    proxy.heal();
    await eventually(async () => expect(await WORK[0]?.(client, 1)).toBe(1));
    await client.sql.end();
  }
});

it.each(KINDS)('a dead transaction does nothing on the next connection, %s', async (kind) => {
  const client = open(kind, 1);
  const proxy = proxyOf(kind);
  await client.db.execute(sql`drop table if exists kept`);
  await client.db.execute(sql`create table kept (n int)`);
  let goOn = () => {};
  const paused = new Promise<void>((done) => {
    goOn = done;
  });
  const dead = client.db.transaction(async (tx) => {
    await tx.execute(sql`select 1`);
    proxy.fail('cut');
    await paused;
    await tx.execute(sql`insert into kept values (1)`);
  });
  await expect(dead).rejects.toThrow();
  await eventually(() =>
    client.db.transaction(async (tx) => {
      await tx.execute(sql`insert into kept values (2)`);
      goOn();
      await sleep(30);
      await tx.execute(sql`insert into kept values (3)`);
    }),
  );
  expect([...(await client.db.execute(sql`select n from kept order by n`))]).toEqual([
    { n: 2 },
    { n: 3 },
  ]);
  await client.sql.end();
});

it('a commit without an answer ends the transaction', async () => {
  const client = open('plain', 1);
  const dead = client.db.transaction(async (tx) => {
    await tx.execute(sql`select 1`);
    proxy.fail('freeze');
  });
  await expect(dead).rejects.toThrow();
  proxy.heal();
  await eventually(async () => expect(await WORK[0]?.(client, 1)).toBe(1));
  await client.sql.end();
});

it('a line that is lost while it waits ends the client in order', async () => {
  const { lines, options } = lineOptions(ADDRESSES.plain());
  const { port } = new URL(ADDRESSES.plain());
  const line = await options.socket({ host: ['127.0.0.1'], port: [Number(port)] });
  const closed = new Promise((done) => line.once('error', () => {}).once('close', done));
  lines.cut();
  await closed;
});
