import { connect, type Database, db } from '@/db/client';
import { finishRun, startRun, tryJobLock } from '@/db/queries/job-runs';
import { enqueue, type TaskName } from '@/lib/base/enqueue';
import { env } from '@/lib/base/env';
import { errorCode } from '@/lib/base/errors';
import { log } from '@/lib/base/log';
import { UnreadableFile } from '@/lib/ingest/read';
import { SourceUnavailable } from '@/lib/sources/ask-source';

/** What a run has done, by names that lib/operations/messages knows. */
export type Counts = Record<string, number>;

/** What a job by the clock is given to work with. */
export type Run = {
  /** A connection of its own, without a limit for statements; its end ends the right to run. */
  on: Database;
  /** Aborted when that connection is lost. */
  signal: AbortSignal;
  /** Counted up as it goes: it is told even when the run fails. */
  counts: Counts;
  startedBy: Starter;
};

export type Starter = 'clock' | 'operator';

/** Who started a job by the clock; null for a job that belongs to something else, as a mail's. */
export function starterOf(payload: unknown): Starter | null {
  if (typeof payload !== 'object' || payload === null) return null;
  if ('_cron' in payload) return 'clock';
  const by = Reflect.get(payload, '_by');
  return by === 'operator' || by === 'clock' ? by : null;
}

export const unrecorded = (): Run => ({
  on: db(),
  signal: new AbortController().signal,
  counts: {},
  startedBy: 'clock',
});

/**
 * Runs a job by the clock, and keeps what became of it for the operator's page. Over all processes
 * it runs once at a time; whoever comes second is told so by an error, to try again later. A run
 * that a source postponed counts as over, and another one is due when the source may be asked.
 */
export async function recordRun(
  job: TaskName,
  startedBy: Starter,
  work: (run: Run) => Promise<unknown>,
): Promise<void> {
  const lost = new AbortController();
  const { sql, db: on } = connect(env().DATABASE_URL ?? '', {
    onLost: () => lost.abort(new Error('connection_lost')),
  });
  try {
    if (!(await tryJobLock(on, job))) throw Object.assign(new Error(), { name: 'runs_elsewhere' });
    const id = await startRun(on, job, startedBy);
    const counts: Counts = {};
    try {
      addCounts(counts, await work({ on, signal: lost.signal, counts, startedBy }));
      await finishRun(on, id, { outcome: 'done', counts, reason: null });
    } catch (error) {
      if (!(error instanceof SourceUnavailable)) {
        await finishRun(on, id, { outcome: 'failed', counts, reason: reasonOf(error) });
        throw error;
      }
      await postpone(on, job, startedBy, error);
      await finishRun(on, id, { outcome: 'postponed', counts, reason: error.message });
    }
  } finally {
    await sql.end({ timeout: 2 }).catch(() => {});
  }
}

/** Of what a task returned, the numbers. */
function addCounts(counts: Counts, returned: unknown): void {
  for (const [name, count] of Object.entries(returned ?? {})) {
    if (typeof count === 'number') counts[name] = count;
  }
}

/** A code, or our own words about what a source sent; never a driver's or a mail server's message. */
const reasonOf = (error: unknown): string =>
  errorCode(error) ??
  (error instanceof UnreadableFile ? error.message : error instanceof Error ? error.name : '');

async function postpone(
  on: Database,
  job: TaskName,
  by: Starter,
  { message, retryAfter }: SourceUnavailable,
): Promise<void> {
  log.info({ job, retryAfter, reason: message }, 'postponed');
  const runAt = new Date(Date.now() + Math.max(1, retryAfter) * 1000).toISOString();
  await enqueue(on, job, { _by: by }, { key: `later:${job}`, runAt, queue: job });
}
