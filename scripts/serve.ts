import { randomBytes } from 'node:crypto';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { closeDatabase } from '@/db/client';
import { directDatabaseUrl, env, forgetEnv, nextAuthAddress } from '@/lib/base/env';
import { log } from '@/lib/base/log';
import { adviceWords } from '@/lib/ranking/half-life';
import { getHalfLifeAdvice } from '@/lib/ranking/rescoring';
import { startFlushing } from '@/lib/views/flushing';
import { DEADLINE } from '@/lib/web/deadline';
import { localLimits } from '@/lib/web/local-limits';
import { startJobs } from '@/lib/worker/runner';
import { serveMetrics } from './metrics/server';
import { readActionIds } from './serve/action-calls';
import { Admission } from './serve/admission';
import { EarlierAssets } from './serve/assets';
import { setBuildVariables, setBuiltConfiguration } from './serve/build-variables';
import { closeServer } from './serve/close-server';
import { logConsole } from './serve/console-log';
import { outliveDatabase } from './serve/faults';
import { followInvalidations } from './serve/invalidation';
import { measureLoad } from './serve/load';
import { Readiness } from './serve/readiness';
import { startReplicas } from './serve/replicas';
import { createSiteServer, endUpgraded } from './serve/server';
import { warmUp } from './serve/warm-up';
import { drainTime } from './setup/drain';
import { readRoutes } from './tracing/routes';
import { startTracing } from './tracing/start';

/** The web process: started by scripts/start.ts once the database is ready. */
const development = process.argv.includes('--dev');
/**
 * Grace periods in ms for running requests, and for the whole shutdown, once it stops accepting. A
 * request that comes last still gets the refusal of its deadline.
 */
const REQUESTS_GRACE = DEADLINE + 1_500;
const WHOLE_GRACE = REQUESTS_GRACE + 1_500;

const secret = randomBytes(32).toString('base64url');
process.env.PAPERTIDE_INTERNAL_SECRET = secret;
forgetEnv();
const { PORT, HOST, JOBS, DATA_DIR, DATABASE_URL, PAPERTIDE_COMPILED } = env();
if (!DATABASE_URL) throw new Error('DATABASE_URL is not set: start the site with npm start');
nextAuthAddress();

// Next closes connections that request an upgrade, including clients that merely offer HTTP/2. We
// give it a server without clients, so that an upgrade reaches ours as a plain request.
const httpServer = development ? undefined : http.createServer();
if (!development) setBuildVariables();
const forgetConfiguration = development ? null : setBuiltConfiguration();
// Next reads its environment variables when it is loaded.
const { default: next } = await import('next');
const app = next({ dev: development, hostname: HOST, port: PORT, quiet: !development, httpServer });
await app.prepare();
forgetConfiguration?.();
outliveDatabase(() => process.exit(1));
if (!development) logConsole();

const metrics = await serveMetrics();
const stopTracing = await startTracing();
const readiness = new Readiness();
const assets = development ? null : new EarlierAssets(path.join(DATA_DIR, 'assets'));
assets?.keep();
const server = createSiteServer(app.getRequestHandler(), {
  development,
  secret,
  assets,
  readiness,
  admission: development || !env().REFUSE_EARLY ? null : new Admission(measureLoad()),
  actions: development ? null : readActionIds(),
  api: PAPERTIDE_COMPILED ? await loadApi(PAPERTIDE_COMPILED) : null,
  routeOf: readRoutes(),
});
const endSockets = development ? endUpgraded(server) : null;
server.once('error', (error: NodeJS.ErrnoException) => {
  const words = error.code === 'EADDRINUSE' ? `Port ${PORT} is in use.` : error.message;
  process.stderr.write(`${words}\n`);
  process.exit(1);
});
await new Promise<void>((listening) => server.listen(PORT, HOST, listening));
const { address, port, family } = server.address() as AddressInfo;

const stopFollowing = followInvalidations({
  databaseUrl: directDatabaseUrl(),
  origin: `http://${loopbackOf(address, family)}:${port}`,
  secret,
});
const stopReplicas = await startReplicas();
const jobs = JOBS === 'in-process' ? startJobs(directDatabaseUrl()) : null;
const flushing = startFlushing();
if (!development) await warmUp(app.getRequestHandler(), secret);
readiness.start();
process.send?.({ ready: true, port });
adviseHalfLife();

let stopping: Promise<void> | undefined;
const hurried = new AbortController();
function stop(): Promise<void> {
  stopping ??= (async () => {
    readiness.stop();
    const jobsEnded = jobs?.stop();
    await sleep(drainTime(), undefined, { signal: hurried.signal }).catch(() => {});
    const late = sleep(WHOLE_GRACE, 'late');
    const all = (async () => {
      await closeServer(server, REQUESTS_GRACE);
      // Runs until here, since requests were still served and need invalidations of others.
      await Promise.all([jobsEnded, stopFollowing()]);
      await flushing.stop();
      await localLimits().settle();
      await stopReplicas();
      await metrics?.stop();
      await stopTracing();
      await app.close();
      await closeDatabase();
    })();
    endSockets?.();
    if ((await Promise.race([all, late])) === 'late') log.warn('stopped before all was finished');
    process.exit(0);
  })();
  return stopping;
}

/** Ctrl-C on a terminal, or a second signal, skips the drain time for proxies. */
function stopSoon(): void {
  hurried.abort();
  void stop();
}

if (process.send) {
  // Under a supervisor: Ctrl-C on the terminal reaches both, and the supervisor decides when to
  // stop.
  process.on('SIGINT', () => {}).on('SIGTERM', () => void stop());
  process.on('message', (message) => {
    if (message === 'stop') void stop();
    if (message === 'stop soon') stopSoon();
  });
  process.on('disconnect', stopSoon);
} else {
  process.on('SIGINT', stopSoon).on('SIGTERM', () => (stopping ? stopSoon() : void stop()));
}

/** Logs a recommendation if another half-life of Trending fits the site's papers a day. */
function adviseHalfLife(): void {
  getHalfLifeAdvice().then(
    (advice) => advice && log.info(advice, adviceWords(advice)),
    () => {},
  );
}

/** Parts of Next that it imports throw unless Next's server is loaded first. */
async function loadApi(folder: string) {
  const file = pathToFileURL(`${folder}/api.mjs`).href;
  return ((await import(file)) as typeof import('./serve/api')).api;
}

function loopbackOf(listening: string, kind: string): string {
  if (listening === '0.0.0.0' || listening === '::') return '127.0.0.1';
  return kind === 'IPv6' ? `[${listening}]` : listening;
}
