import { sql } from 'drizzle-orm';
import type { Database, Executor } from '../client';

/** Space of the advisory locks by which the workers show that they live. */
const SPACE = 7_270_384;

const signOf = (name: unknown) => sql`locktype = 'advisory' and classid::bigint = ${SPACE}
  and objid::bigint = hashtext(${name})::bigint & 4294967295
  and database = (select oid from pg_database where datname = current_database())`;

/** Shows, as long as this connection lives, that the workers with these names do. */
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
 * Gives back, to be begun anew, what workers without a sign of life have held for half a minute;
 * the runner itself would wait for four hours. Returns their names.
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

/** Gives back what these workers hold. */
export async function releaseJobsOf(on: Database, names: string[]): Promise<void> {
  for (const name of names) {
    await on.execute(sql`select graphile_worker.force_unlock_workers(array[${name}]::text[])`);
  }
}

/** Processes that run jobs and show that they live. */
export async function countWorkers(on: Executor): Promise<number> {
  const [row] = await on.execute<{ workers: number }>(sql`
    select count(distinct pid)::int as workers from pg_locks
    where locktype = 'advisory' and classid::bigint = ${SPACE}
      and database = (select oid from pg_database where datname = current_database())`);
  return row?.workers ?? 0;
}
