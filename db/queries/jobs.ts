import { sql } from 'drizzle-orm';
import type { Executor } from '../client';

/** Adds a job that runs when, and only if, the transaction commits. */
export async function addJob(on: Executor, task: string, payload: object): Promise<void> {
  await on.execute(
    sql`select graphile_worker.add_job(${task}::text, ${JSON.stringify(payload)}::json)`,
  );
}
