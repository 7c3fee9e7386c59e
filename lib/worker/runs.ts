import { connect, type Database, db } from '@/db/client';
import { finishRun, startRun, tryJobLock } from '@/db/queries/job-runs';
import { enqueue, type TaskName } from '@/lib/base/enqueue';
import { directDatabaseUrl } from '@/lib/base/env';
import { errorCode } from '@/lib/base/errors';
import { log } from '@/lib/base/log';
import { UnreadableFile } from '@/lib/ingest/read';
import { SourceUnavailable } from '@/lib/sources/ask-source';

/** Counts of a run, by names from lib/operations/messages. */
export type Counts = Record<string, number>;

/** The context of a scheduled job. */
export type Run = {
  /** A connection of its own, without a statement timeout; the job must stop when it closes. */
  on: Database;
  /** Aborted when that connection is lost. */
  signal: AbortSignal;
  /** Updated during the run, so that a failed run reports them, too. */
  counts: Counts;
  startedBy: Starter;
};

export type Starter = 'clock' | 'operator';

/** Who started a scheduled job; null for any other job, such as sending a mail. */
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
 * Runs a scheduled job and stores its outcome for /operations. It runs once at a time over all
 * processes; a second one fails with an error and is retried. A run that a source postponed counts
 * as finished, and another one is scheduled for the end of the source's pause.
 */
export async function recordRun(
  job: TaskName,
  startedBy: Starter,
  work: (run: Run) => Promise<unknown>,
): Promise<void> {
  const lost = new AbortController();
  const { sql, db: on } = connect(directDatabaseUrl(), {
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

/** Adds the numbers among a task's results. */
function addCounts(counts: Counts, returned: unknown): void {
  for (const [name, count] of Object.entries(returned ?? {})) {
    if (typeof count === 'number') counts[name] = count;
  }
}

/**
 * Returns a code or our own message about a source; never a driver's or a mail server's message.
 */
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
