import type { Database } from '@/db/client';

/** The run of a scheduled job, as `lib/worker/runs` passes it to harvesters of other sites. */
export type HarvestRun = {
  on: Database;
  signal: AbortSignal;
  counts: Record<string, number>;
  /** Scheduled runs skip a source without news; an operator's runs do not. */
  startedBy: 'clock' | 'operator';
};
