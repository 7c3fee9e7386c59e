import type { Database } from '@/db/client';

/** A scheduled job's run, as `lib/worker/runs` passes it to what harvests other sites. */
export type HarvestRun = {
  on: Database;
  signal: AbortSignal;
  counts: Record<string, number>;
  /** Scheduled runs wait until a source has something new; an operator's do not. */
  startedBy: 'clock' | 'operator';
};
