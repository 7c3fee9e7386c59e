import { sql } from 'drizzle-orm';
import type { Executor } from '../client';

export type JobTerms = {
  /** Of jobs with the same key that wait, only the one added first stays. */
  key?: string;
  /** ISO; at once without it. */
  runAt?: string;
  /** Jobs of the same queue run one after another. */
  queue?: string;
  /** Of jobs that may run now, those with the lowest run first; 0 without it. */
  priority?: number;
};

/** Adds a job that runs when, and only if, the transaction commits. */
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
