import { sql } from 'drizzle-orm';
import type { Database, Executor } from '../client';

/** Namespace of the advisory locks that signal that a worker is alive. */
const SPACE = 7_270_384;

const signOf = (name: unknown) => sql`locktype = 'advisory' and classid::bigint = ${SPACE}
  and objid::bigint = hashtext(${name})::bigint & 4294967295
  and database = (select oid from pg_database where datname = current_database())`;

/** Signals that these workers are alive for as long as this connection is open. */
export async function showWorkers(on: Database, names: string[]): Promise<void> {
  for (const name of names) {
    await on.execute(sql`
      select pg_advisory_lock_shared(${SPACE}::int, hashtext(${name}))
      where not exists (
        select 1 from pg_locks where pid = pg_backend_pid() and ${signOf(name)}
      )`);
  }
}

/**
 * Releases jobs held for half a minute by workers that are not alive; the runner itself would wait
 * four hours. Returns the workers' names.
 */
export async function releaseJobsOfDead(on: Database): Promise<string[]> {
  const rows = await on.execute<{ holder: string }>(sql`
    select holder from (
      select distinct locked_by as holder from graphile_worker._private_jobs
      where locked_at < now() - interval '30 seconds' and locked_by is not null
    ) as holders
    where not exists (select 1 from pg_locks where ${signOf(sql`holder`)})`);
  const names = rows.map(({ holder }) => holder);
  await releaseJobsOf(on, names);
  return names;
}

/** Releases the jobs of these workers. */
export async function releaseJobsOf(on: Database, names: string[]): Promise<void> {
  for (const name of names) {
    await on.execute(sql`select graphile_worker.force_unlock_workers(array[${name}]::text[])`);
  }
}

/** Counts live worker processes. */
export async function countWorkers(on: Executor): Promise<number> {
  const [row] = await on.execute<{ workers: number }>(sql`
    select count(distinct pid)::int as workers from pg_locks
    where locktype = 'advisory' and classid::bigint = ${SPACE}
      and database = (select oid from pg_database where datname = current_database())`);
  return row?.workers ?? 0;
}
