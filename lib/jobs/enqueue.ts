import type { Executor } from '@/db/client';
import { addJob } from '@/db/queries/jobs';

/** Every job and what it is given. */
export type Payloads = {
  send_mail: { mailId: string };
  complete_submission: { submissionId: number };
  clean_up: Record<string, never>;
};
export type TaskName = keyof Payloads;

/** Adds a job in the transaction of what it belongs to: both are there or neither. */
export async function enqueue<Task extends TaskName>(
  tx: Executor,
  task: Task,
  payload: Payloads[Task],
): Promise<void> {
  await addJob(tx, task, payload);
}
