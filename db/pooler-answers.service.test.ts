import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { connect, type Database } from './client';
import { useTestDatabase } from './testing/database';
import { hasPgBouncer, startPgBouncer } from './testing/pgbouncer';

const database = useTestDatabase();

/** Kinds of queries; each returns the number that it was given. */
const ASKS = [
  (db: Database, n: number) => db.execute(sql.raw(`select ${n} as n`)),
  (db: Database, n: number) => db.execute(sql`select ${n}::int as n, ${'a'}::text as text`),
  (db: Database, n: number) =>
    db.execute(sql`select ${`${n}`}::text::int as n, ${'2026-01-02'}::timestamptz as at`),
  (db: Database, n: number) =>
    db.transaction(async (tx) => {
      await tx.execute(sql`select 1`);
      return tx.execute(sql`select ${n}::int as n`);
    }),
];

describe.runIf(hasPgBouncer)('PgBouncer (skipped where it is not installed)', () => {
  it('gives each query its own answer when more wait than connections exist', async () => {
    const pooler = await startPgBouncer(database(), 'transaction', 2);
    const options = { max: 3, prepare: false, statementTimeout: 'role', patience: 20_000 } as const;
    const clients = Array.from({ length: 3 }, () => connect(pooler.url, options));
    const numbers = Array.from({ length: 1_200 }, (_, n) => n);
    const answers = await Promise.all(
      numbers.map(async (n) => {
        const client = clients[n % 3] as (typeof clients)[number];
        const ask = ASKS[Math.floor(n / 3) % ASKS.length] as (typeof ASKS)[number];
        return (await ask(client.db, n))[0]?.n;
      }),
    );
    expect(answers).toEqual(numbers);
    await Promise.all(clients.map((client) => client.sql.end({ timeout: 1 })));
    await pooler.stop();
  });
});
