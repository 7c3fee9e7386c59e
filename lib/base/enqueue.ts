import type { Executor } from '@/db/client';
import { addJob, type JobTerms } from '@/db/queries/jobs';

/** Who started a scheduled job, if not the schedule. */
type ByClock = { _by?: 'operator' | 'clock' };

/** Every job with its payload. */
export type Payloads = {
  send_mail: { mailId: string };
  /** Without a user: all that the users' own jobs have missed. */
  mail_notifications: { userId?: string } & ByClock;
  complete_submission: { submissionId: number };
  /** Without a user: all that the users' own jobs have missed. */
  end_bans: { userId?: string } & ByClock;
  look_for_patterns: ByClock;
  recompute_papers: { paperIds: number[]; logId: number | null };
  clean_up: ByClock;
  close_periods: ByClock;
  count_exposure: ByClock;
  estimate_orders: ByClock;
  rescore: ByClock;
  harvest_arxiv: ByClock;
  list_harvested: ByClock;
  check_retractions: ByClock;
  measure_code: ByClock;
  fetch_pictures: ByClock;
  write_summaries: ByClock;
  mirror_daily: ByClock;
  send_digests: ByClock;
  match_searches: ByClock;
  /** Without a user: the tastes of all users whose likes have changed. */
  learn_tastes: { userId?: string } & ByClock;
  recount: ByClock;
  render_again: ByClock;
  write_dump: ByClock;
  purge_caches: { tags: string[] };
  /** Without a user: all that the users' own jobs have missed. */
  mature_votes: { userId?: string } & ByClock;
};
export type TaskName = keyof Payloads;

/** Adds a job in the caller's transaction, so that it is committed with its cause or not at all. */
export async function enqueue<Task extends TaskName>(
  tx: Executor,
  task: Task,
  payload: Payloads[Task],
  terms?: JobTerms,
): Promise<void> {
  await addJob(tx, task, payload, terms);
}
