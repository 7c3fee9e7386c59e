import { once } from 'node:events';
import { startJobs } from '@/lib/worker/runner';
import { serveMetrics } from './metrics/server';
import { outliveDatabase } from './serve/faults';
import { withDatabase } from './setup/database';
import { startTracing } from './tracing/start';

/** Runs jobs as a separate process, beside web processes with JOBS=off. */
outliveDatabase(() => process.exit(1));
await withDatabase(async ({ url, signal }) => {
  const metrics = await serveMetrics();
  const stopTracing = await startTracing();
  const jobs = startJobs(url);
  console.log('Waiting for jobs. Ctrl-C stops it.');
  if (!signal.aborted) await once(signal, 'abort');
  await jobs.stop();
  await metrics?.stop();
  await stopTracing();
});
process.exit(0);
