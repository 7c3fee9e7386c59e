import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { connect, type Executor } from './client';
import { PREPARED } from './prepared';
import { useTestDatabase } from './testing/database';

const url = useTestDatabase();

const marked = (on: Executor, n: number) =>
  on.execute<{ n: number }>(sql`${PREPARED} select ${n}::int + 1 as n`);
const plain = (on: Executor, n: number) => on.execute(sql`select ${n}::int + 2 as n`);

it('prepares marked statements once per connection, in transactions too, and no others', async () => {
  const client = connect(url());
  const { db } = client;
  try {
    expect((await marked(db, 1))[0]).toEqual({ n: 2 });
    await plain(db, 1);
    await db.transaction(async (tx) => {
      expect((await marked(tx, 2))[0]).toEqual({ n: 3 });
      await tx.transaction(async (inner) => {
        expect((await marked(inner, 3))[0]).toEqual({ n: 4 });
        await plain(inner, 3);
      });
    });
    const kept = await db.execute<{ statement: string; calls: number }>(sql`
      select statement, (generic_plans + custom_plans)::int as calls from pg_prepared_statements
      where statement not like '%pg_prepared_statements%' and statement like '%::int%'`);
    expect([...kept]).toEqual([{ statement: expect.stringContaining('+ 1'), calls: 3 }]);
    await expect(marked(db, 2 ** 31)).rejects.toThrow();
    expect((await marked(db, 4))[0]).toEqual({ n: 5 });
  } finally {
    await client.sql.end();
  }
});
