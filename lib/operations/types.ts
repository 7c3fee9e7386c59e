import type { TaskName } from '@/lib/base/enqueue';

export type JobRun = {
  id: number;
  startedBy: 'clock' | 'operator';
  outcome: 'running' | 'done' | 'postponed' | 'failed' | 'interrupted';
  counts: Record<string, number>;
  reason: string | null;
  /** ISO times. */
  startedAt: string;
  finishedAt: string | null;
};

/** A waiting or running job in the queue. */
export type QueuedJob = {
  job: string;
  running: boolean;
  /** How often it was started; at `mostAttempts` it is not retried. */
  attempts: number;
  mostAttempts: number;
  /** ISO time. */
  runAt: string;
  lastError: string | null;
};

export type ScheduledJob = {
  name: TaskName;
  /** Newest first. */
  runs: JobRun[];
  queued: QueuedJob[];
  /** ISO time of the next scheduled start. */
  next: string | null;
};

export type Backlog = {
  /** Jobs that wait for their time or a worker, and those that are not retried. */
  waiting: number;
  running: number;
  givenUp: number;
  mails: number;
  failedMails: number;
  /** Papers that are not yet indexed for search; counted up to `MOST_COUNTED`. */
  search: number;
  workers: number;
};

export type SourceState = {
  source: string;
  failures: number;
  /** ISO time until which the source gets no request; null if it may be used. */
  until: string | null;
};
