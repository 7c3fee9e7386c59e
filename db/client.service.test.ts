import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { env } from '@/lib/base/env';
import { eventually } from '@/lib/base/testing/eventually';
import { connect, db } from './client';
import { useTestDatabase } from './testing/database';

const url = useTestDatabase();

it('lost connections cost what ran on them, and no query that waited', async () => {
  const { sql: operator } = connect(url());
  const others = operator`from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()`;
  const running = Array.from({ length: env().DATABASE_POOL }, () =>
    db().transaction((tx) => tx.execute(sql`select pg_sleep(60)`)),
  );
  const ended = Promise.allSettled(running);
  await eventually(async () => {
    const [row] = await operator`select count(*)::int as n ${others} and query like '%sleep(60)%'`;
    expect(row?.n).toBe(env().DATABASE_POOL);
  });
  const waiting = Array.from({ length: 20 }, (_, n) => db().execute(sql`select ${n}::int as n`));
  await operator`select pg_terminate_backend(pid) ${others}`;
  const rows = await Promise.all(waiting);
  expect(rows.map(([row]) => row?.n)).toEqual(rows.map((_, n) => n));
  expect((await ended).every(({ status }) => status === 'rejected')).toBe(true);
  await operator.end();
});
