import { EventEmitter } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Runner, run, type WorkerEvents } from 'graphile-worker';
import { connect } from '@/db/client';
import { findPrimary } from '@/db/primary';
import { releaseJobsOf, releaseJobsOfDead, showWorkers } from '@/db/queries/job-runners';
import { runnerUrl } from '@/db/tls';
import { errorCode } from '@/lib/base/errors';
import { log } from '@/lib/base/log';
import { jobDone } from '@/lib/base/measures';
import { SCHEDULE } from '@/lib/base/schedule';
import { startIndexer } from '@/lib/search/indexer';
import { jobLogger } from './log';
import { taskList } from './tasks';

const CONCURRENCY = 3;
/** Milliseconds between two heartbeats. */
const BEAT = 10_000;
/** Milliseconds that running jobs get to finish when the process ends. */
const GRACE = 4_000;

export type Jobs = { stop(): Promise<void> };

/**
 * Runs jobs until stopped. The runner gives up if the database is down for long; it is restarted
 * with increasing pauses of up to five seconds.
 */
export function startJobs(databaseUrl: string): Jobs {
  const ending = new AbortController();
  const names: string[] = [];
  let runner: Runner | undefined;

  const open = () => connect(databaseUrl, { statementTimeout: 4_000 });
  let link = open();
  const beat = async () => {
    try {
      await showWorkers(link.db, names);
      const dead = await releaseJobsOfDead(link.db);
      if (dead.length > 0) log.warn({ workers: dead.length }, 'released jobs of dead workers');
    } catch (error) {
      log.debug({ code: errorCode(error) }, 'no sign of life could be given');
      void link.sql.end({ timeout: 1 }).catch(() => {});
      link = open();
    }
  };
  const heart = setInterval(beat, BEAT);

  const keepRunning = async () => {
    for (let failures = 0; !ending.signal.aborted; failures++) {
      const started = Date.now();
      try {
        const primary = await findPrimary(databaseUrl);
        runner = await run({
          connectionString: runnerUrl(primary),
          concurrency: CONCURRENCY,
          maxPoolSize: CONCURRENCY + 2,
          noHandleSignals: true,
          logger: jobLogger,
          events: remember(names),
          parsedCronItems: SCHEDULE,
          taskList,
        });
        if (ending.signal.aborted) return;
        await beat();
        await Promise.race([runner.promise, primaryMoves(databaseUrl, primary, ending.signal)]);
        if (!ending.signal.aborted) void runner.stop().catch(() => {});
      } catch (error) {
        log.warn({ code: errorCode(error) }, 'the job runner stopped and will be restarted');
      }
      runner = undefined;
      if (Date.now() - started > 60_000) failures = 0;
      const pause = Math.min(5_000, 250 * 2 ** failures);
      await sleep(pause, undefined, { signal: ending.signal }).catch(() => {});
    }
  };
  const running = keepRunning();
  const indexer = startIndexer(databaseUrl);

  return {
    async stop() {
      ending.abort();
      clearInterval(heart);
      await indexer.stop();
      const stopped = Promise.resolve(runner?.stop().catch(() => {})).then(() => running);
      const inTime = await Promise.race([stopped.then(() => true), sleep(GRACE, false)]);
      if (!inTime) await releaseJobsOf(link.db, names).catch(() => {});
      await link.sql.end({ timeout: 1 });
    },
  };
}

/**
 * Resolves once another host takes writes: the runner would ask the earlier one for minutes. Never
 * resolves for an address with one host.
 */
async function primaryMoves(url: string, from: string, ending: AbortSignal): Promise<void> {
  if (from === url) return new Promise(() => {});
  while (!ending.aborted && (await findPrimary(url).catch(() => from)) === from) {
    await sleep(BEAT / 5, undefined, { signal: ending }).catch(() => {});
  }
  if (!ending.aborted) log.warn('another host of the database takes writes now');
}

/** Tracks the names of the runner's workers, which lock its jobs. */
function remember(names: string[]): WorkerEvents {
  const events: WorkerEvents = new EventEmitter();
  names.length = 0;
  events.on('worker:create', ({ worker }) => names.push(worker.workerId));
  measure(events);
  return events;
}

/** Publishes the outcome and the duration of each job. */
function measure(events: WorkerEvents): void {
  const started = new WeakMap<object, number>();
  events.on('job:start', ({ job }) => started.set(job, performance.now()));
  events.on('job:complete', ({ job, error }) => {
    const since = started.get(job) ?? performance.now();
    const retries = job.attempts < job.max_attempts;
    jobDone.publish({
      task: job.task_identifier,
      outcome: error ? (retries ? 'retried' : 'failed') : 'done',
      seconds: (performance.now() - since) / 1000,
    });
  });
}
