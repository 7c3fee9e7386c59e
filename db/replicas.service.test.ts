import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { forgetRemembered } from '@/lib/base/remembered';
import { FEEDS } from '@/lib/base/tags';
import { eventually } from '@/lib/base/testing/eventually';
import { connect, db, transaction } from './client';
import { listenForInvalidations } from './listen';
import { collectInvalidations, publishInvalidation } from './queries/invalidation';
import { followReplicas, onReplica, type ReplicaState, replicaFigures } from './replicas';
import { type FaultyProxy, startFaultyProxy } from './testing/faulty-proxy';
import { useReplicated } from './testing/use-replicated';

const servers = useReplicated();
const LAG = 1_500;

let proxy: FaultyProxy;
let stop = async () => {};
let changes: ReplicaState[] = [];

const follow = async () => {
  const url = Object.assign(new URL(servers().standby), { port: String(proxy.port) });
  stop = await followReplicas({
    primary: servers().url,
    replicas: [url.href],
    maxLag: LAG,
    ...{ pool: 3, statementTimeout: 4_000, prepare: true, patience: 10_000 },
    onChange: (_host, state) => changes.push(state),
  });
};

/** Whether a public read was on a standby, and the value that it saw. */
const read = () =>
  onReplica(async () => {
    const [row] = await db().execute<{ standby: boolean; value: number }>(
      'select pg_is_in_recovery() as standby, max(value) as value from written',
    );
    return row;
  });
const write = (value: number, invalidates: boolean) =>
  transaction(async (tx) => {
    await tx.execute(`insert into written values (${value})`);
    if (invalidates) await publishInvalidation(tx, [FEEDS]);
  });
const untilUsed = () => eventually(async () => expect((await read())?.standby).toBe(true));

async function onStandby(statement: string): Promise<void> {
  const { sql } = connect(servers().standby);
  await sql.unsafe(statement);
  await sql.end();
}

beforeAll(async () => {
  const { hostname, port } = new URL(servers().standby);
  proxy = await startFaultyProxy({ host: hostname, port: Number(port) });
  await db().execute('create table written (value int)');
  return () => proxy.stop();
});
beforeEach(async () => {
  changes = [];
  await db().execute('delete from written');
  await write(1, false);
  await follow();
  await untilUsed();
});
afterEach(() => stop());

describe('public reads', () => {
  it('go to the standby, and all others to the primary', async () => {
    const before = replicaFigures().reads.replica;
    expect(await read()).toEqual({ standby: true, value: 1 });
    expect(replicaFigures().reads.replica).toBe(before + 1);
    const [row] = await db().execute('select pg_is_in_recovery() as standby');
    expect(row?.standby).toBe(false);
    // A transaction is for writes, wherever it starts.
    await onReplica(() => write(2, false));
    await eventually(async () => expect(await read()).toEqual({ standby: true, value: 2 }));
  });

  it('go to the primary without replicas', async () => {
    await stop();
    expect(await read()).toEqual({ standby: false, value: 1 });
  });

  it('run again on the primary when they fail on the standby', async () => {
    await onReplica(() => db().execute('insert into written values (7)'));
    const [row] = await db().execute('select max(value) as value from written');
    expect(row?.value).toBe(7);
    await expect(onReplica(() => db().execute('select no_such_column'))).rejects.toThrow();
  });

  it('stay on a standby whose primary is idle', async () => {
    await new Promise((wake) => setTimeout(wake, 3 * LAG));
    expect((await read())?.standby).toBe(true);
    expect(changes).toEqual([]);
  });
});

describe('a standby that does not replay', () => {
  beforeEach(() => onStandby('select pg_wal_replay_pause()'));
  afterEach(() => onStandby('select pg_wal_replay_resume()'));

  it('is not asked for what was invalidated here', async () => {
    await collectInvalidations(() => write(2, true));
    expect(await read()).toEqual({ standby: false, value: 2 });
    // Also once the position of the write is known.
    await new Promise((wake) => setTimeout(wake, 300));
    expect(await read()).toEqual({ standby: false, value: 2 });
    await onStandby('select pg_wal_replay_resume()');
    await eventually(async () => expect(await read()).toEqual({ standby: true, value: 2 }));
  });

  it('is not asked for what another process invalidated', async () => {
    const heard: number[] = [];
    const stopListening = listenForInvalidations(servers().url, {
      onConnected: () => heard.push(0),
      onTags() {
        forgetRemembered();
        heard.push(1);
      },
    });
    await eventually(async () => expect(heard).toEqual([0]));
    const other = connect(servers().url);
    await other.sql`insert into written values (3)`;
    await publishInvalidation(other.db, [FEEDS]);
    await eventually(async () => expect(heard).toEqual([0, 1]));
    expect(await read()).toEqual({ standby: false, value: 3 });
    await Promise.all([other.sql.end(), stopListening()]);
  });

  it('is left out once what it lacks is too old, and used again', async () => {
    await write(4, false);
    // A vote invalidates nothing: it may be missing for a moment.
    await eventually(async () => expect(await read()).toEqual({ standby: false, value: 4 }));
    expect(replicaFigures().replicas).toMatchObject([{ state: 'lagging' }]);
    await eventually(async () => expect(changes).toEqual(['lagging']));
    await onStandby('select pg_wal_replay_resume()');
    await eventually(async () => expect(await read()).toEqual({ standby: true, value: 4 }));
    await eventually(async () => expect(changes).toEqual(['lagging', 'used']));
  });
});

describe('a standby that is away', () => {
  it.each(['refuse', 'freeze', 'cut', 'shut', 'cutReply'] as const)(
    '%s: no read fails',
    async (fault) => {
      const reads: Promise<unknown>[] = [];
      for (let n = 0; n < 5; n++) reads.push(read());
      proxy.fail(fault);
      for (let n = 0; n < 20; n++) {
        reads.push(read());
        await new Promise((wake) => setTimeout(wake, 100));
      }
      for (const row of await Promise.all(reads)) expect(row).toMatchObject({ value: 1 });
      if (fault !== 'cut')
        await eventually(async () =>
          expect(replicaFigures().replicas).toMatchObject([{ state: 'away', lag: null }]),
        );
      proxy.heal();
      await untilUsed();
    },
  );

  it('is used again after a restart of its server', async () => {
    await servers().stopStandby();
    for (let n = 0; n < 10; n++) expect(await read()).toMatchObject({ value: 1 });
    await write(5, true);
    await servers().startStandby();
    await eventually(async () => expect(await read()).toEqual({ standby: true, value: 5 }));
  });
});

it('a standby that was promoted is read as the primary', async () => {
  await servers().failOver();
  await eventually(async () => {
    await write(6, true);
    expect(await read()).toEqual({ standby: false, value: 6 });
  });
  await eventually(async () =>
    expect(replicaFigures().replicas).toMatchObject([{ state: 'no-standby' }]),
  );
});
