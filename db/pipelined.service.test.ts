import { sql } from 'drizzle-orm';
import { expect, it, vi } from 'vitest';
import { forgetEnv } from '@/lib/base/env';
import { eventually } from '@/lib/base/testing/eventually';
import { connect, db } from './client';
import { pipelined } from './replicas';
import { useTestDatabase } from './testing/database';

const url = useTestDatabase();

const backend = async (): Promise<number> => {
  const [row] = await db().execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
  return row?.pid ?? 0;
};
const backends = () => Promise.all([backend(), backend(), backend()]);

it('runs the reads of a page on one connection, which is none of the pool', async () => {
  const pool = await backends();
  const [own, ...others] = await pipelined(backends);
  expect(new Set(others)).toEqual(new Set([own]));
  expect(pool).not.toContain(own);
  expect((await pipelined(backends))[0]).toBe(own);
});

it('runs them on the pool behind a pooler, where a connection takes one at a time', async () => {
  const own = await pipelined(backend);
  vi.stubEnv('DATABASE_DIRECT_URL', url());
  forgetEnv();
  expect(await pipelined(backend)).not.toBe(own);
  vi.unstubAllEnvs();
  forgetEnv();
});

it('runs a page on the pool whose connection was lost, and the next ones on a new one', async () => {
  const before = await pipelined(backend);
  const { sql: operator } = connect(url());
  let attempts = 0;
  const [pid] = await pipelined(async () => {
    if (attempts++ > 0) return backends();
    const running = Promise.all([backend(), db().execute(sql`select pg_sleep(60)`)]);
    await operator`select pg_terminate_backend(${before})`;
    return running.then(() => []);
  });
  expect(attempts).toBe(2);
  expect(pid).not.toBe(before);
  // One that is sent while the lost connection closes runs on the pool, too.
  await eventually(async () => {
    const [own, ...others] = await pipelined(backends);
    expect(new Set(others)).toEqual(new Set([own]));
    expect(own).not.toBe(before);
  });
  await operator.end();
});
