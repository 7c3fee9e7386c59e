import { sql } from 'drizzle-orm';
import type { Executor } from '../client';
import { jobRuns } from '../schema';

/** Namespace of the advisory locks that make each job exclusive. */
const SPACE = 7_270_385;
/** Runs stored per job. */
export const RUNS_KEPT = 200;

/** Takes a job's lock for as long as this connection is open; returns false if another has it. */
export async function tryJobLock(own: Executor, job: string): Promise<boolean> {
  const [row] = await own.execute<{ free: boolean }>(
    sql`select pg_try_advisory_lock(${SPACE}::int, hashtext(${job})) as free`,
  );
  return row?.free ?? false;
}

type RunRow = typeof jobRuns.$inferSelect;

/**
 * Records the start of a job by the holder of its lock. Any other run still marked as running must
 * have died with its process. Deletes old runs.
 */
export async function startRun(
  own: Executor,
  job: string,
  startedBy: RunRow['startedBy'],
): Promise<number> {
  await own.execute(sql`
    update job_runs set outcome = 'interrupted' where job = ${job} and outcome = 'running'`);
  await own.execute(sql`
    delete from job_runs where job = ${job} and id <= (
      select id from job_runs where job = ${job} order by id desc offset ${RUNS_KEPT - 1} limit 1)`);
  const [row] = await own.insert(jobRuns).values({ job, startedBy }).returning({ id: jobRuns.id });
  if (!row) throw new Error('insert returned no run');
  return row.id;
}

export async function finishRun(
  own: Executor,
  id: number,
  { outcome, counts, reason }: Pick<RunRow, 'outcome' | 'counts' | 'reason'>,
): Promise<void> {
  await own.execute(sql`
    update job_runs set outcome = ${outcome}, counts = ${JSON.stringify(counts)}::jsonb,
      reason = ${reason}, finished_at = clock_timestamp()
    where id = ${id}`);
}
