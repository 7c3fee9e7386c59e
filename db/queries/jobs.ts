import { sql } from 'drizzle-orm';
import type { Executor } from '../client';

export type JobTerms = {
  /** Deduplicates: of pending jobs with the same key, only the first stays. */
  key?: string;
  /** ISO time; immediately if unset. */
  runAt?: string;
  /** Jobs of the same queue run sequentially. */
  queue?: string;
  /** Lower values run first; 0 if unset. */
  priority?: number;
};

/** Enqueues a job that runs if and when the transaction commits. */
export async function addJob(
  on: Executor,
  task: string,
  payload: object,
  { key, runAt, queue, priority }: JobTerms = {},
): Promise<void> {
  await on.execute(sql`
    select graphile_worker.add_job(${task}::text, ${JSON.stringify(payload)}::json,
      queue_name => ${queue ?? null}::text, run_at => ${runAt ?? null}::timestamptz, job_key => ${key ?? null}::text,
      priority => ${priority ?? 0}::int,
      job_key_mode => 'preserve_run_at')`);
}
