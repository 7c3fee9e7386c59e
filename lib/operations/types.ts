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

/** A job that waits or runs, as the queue has it. */
export type QueuedJob = {
  job: string;
  running: boolean;
  /** How often it was begun; at `mostAttempts` it is not tried again. */
  attempts: number;
  mostAttempts: number;
  /** ISO time. */
  runAt: string;
  lastError: string | null;
};

export type ScheduledJob = {
  name: TaskName;
  /** The latest first. */
  runs: JobRun[];
  queued: QueuedJob[];
  /** ISO time of when the clock starts it next. */
  next: string | null;
};

export type Backlog = {
  /** Jobs that wait for their time or their turn, and those that are not tried again. */
  waiting: number;
  running: number;
  givenUp: number;
  mails: number;
  failedMails: number;
  /** Papers that search does not have yet as they are; counted up to `MOST_COUNTED`. */
  search: number;
  workers: number;
};

export type SourceState = {
  source: string;
  failures: number;
  /** ISO time until which it is left alone; null when it may be asked. */
  until: string | null;
};
