import type { Registry } from 'prom-client';
import { db } from '@/db/client';
import { ping } from '@/db/queries/health';
import { listConnectionMetrics, listJobMetrics, listMailMetrics } from '@/db/queries/metrics';
import { replicaFigures } from '@/db/replicas';
import { env } from '@/lib/base/env';
import { jobDone, mailDone, requestDone, requestShed } from '@/lib/base/measures';
import { addressKind } from '@/lib/web/address-kind';
import { withDeadline } from '@/lib/web/deadline';
import { responseStore } from '@/lib/web/response-store';

/** Milliseconds of a scrape that may be spent on the database. */
const PATIENCE = 2_000;
const REQUEST_BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const JOB_BUCKETS = [0.1, 1, 10, 60, 600, 3600];
const PAGE_CACHE = new Set(['HIT', 'STALE', 'MISS']);

export type Metrics = { contentType: string; scrape(): Promise<string> };

/**
 * Subscribes to this process's measures; `scrape` returns them with those of the database as
 * Prometheus text. Loads prom-client, since most sites run without it.
 */
export async function startMeasuring(): Promise<Metrics> {
  const prom = await import('prom-client');
  const registry = new prom.Registry();
  prom.collectDefaultMetrics({ register: registry });
  measureRequests(prom, registry);
  measureJobs(prom, registry);
  measureReplicas(prom, registry);
  const readDatabase = measureDatabase(prom, registry);
  let running: Promise<string> | undefined;
  return {
    contentType: registry.contentType,
    scrape() {
      running ??= readDatabase()
        .then(() => registry.metrics())
        .finally(() => {
          running = undefined;
        });
      return running;
    },
  };
}

type Prom = typeof import('prom-client');

function measureRequests(prom: Prom, registry: Registry): void {
  const registers = [registry];
  const requests = new prom.Counter({
    name: 'papertide_requests_total',
    help: 'Requests by kind of address and status; 499 if the client left first.',
    labelNames: ['kind', 'status'],
    registers,
  });
  const seconds = new prom.Histogram({
    name: 'papertide_request_seconds',
    help: 'Time until the response was sent.',
    labelNames: ['kind'],
    buckets: REQUEST_BUCKETS,
    registers,
  });
  const store = new prom.Counter({
    name: 'papertide_store_total',
    help: 'Responses from the shared store (answers) and from the cache of pages (pages) by result.',
    labelNames: ['store', 'result'],
    registers,
    collect() {
      // Counted by the store itself.
      for (const [result, count] of Object.entries(responseStore().counts)) {
        this.remove('answers', result);
        this.inc({ store: 'answers', result }, count);
      }
    },
  });
  new prom.Gauge({
    name: 'papertide_store_bytes',
    help: 'Size of the shared store.',
    registers,
    collect() {
      this.set(responseStore().bytes);
    },
  });
  const shed = new prom.Counter({
    name: 'papertide_requests_shed_total',
    help: 'Requests refused with 503 because the event loop or the database was busy.',
    labelNames: ['cause'],
    registers,
  });
  for (const cause of ['loop', 'database']) shed.inc({ cause }, 0);
  requestShed.subscribe(({ cause }) => shed.inc({ cause }));
  requestDone.subscribe((request) => {
    const kind = addressKind(request.url);
    requests.inc({ kind, status: request.status });
    seconds.observe({ kind }, request.seconds);
    if (PAGE_CACHE.has(request.pageCache ?? '')) {
      store.inc({ store: 'pages', result: String(request.pageCache).toLowerCase() });
    }
  });
}

function measureJobs(prom: Prom, registry: Registry): void {
  const registers = [registry];
  const jobs = new prom.Counter({
    name: 'papertide_job_runs_total',
    help: 'Runs of jobs in this process by outcome.',
    labelNames: ['task', 'outcome'],
    registers,
  });
  const seconds = new prom.Histogram({
    name: 'papertide_job_seconds',
    help: 'Duration of jobs in this process.',
    labelNames: ['task'],
    buckets: JOB_BUCKETS,
    registers,
  });
  const mails = new prom.Counter({
    name: 'papertide_mail_deliveries_total',
    help: 'Mails handed to the mail server by this process, by outcome.',
    labelNames: ['outcome'],
    registers,
  });
  for (const outcome of ['sent', 'retried', 'failed']) mails.inc({ outcome }, 0);
  jobDone.subscribe((job) => {
    jobs.inc({ task: job.task, outcome: job.outcome });
    seconds.observe({ task: job.task }, job.seconds);
  });
  mailDone.subscribe(({ outcome }) => mails.inc({ outcome }));
}

/** Public reads and the standbys that they may use, as this process sees them. */
function measureReplicas(prom: Prom, registry: Registry): void {
  const registers = [registry];
  new prom.Counter({
    name: 'papertide_public_reads_total',
    help: 'Reads that are the same for everybody, by the server that was asked.',
    labelNames: ['server'],
    registers,
    collect() {
      this.reset();
      for (const [server, count] of Object.entries(replicaFigures().reads))
        this.inc({ server }, count);
    },
  });
  new prom.Gauge({
    name: 'papertide_replica_used',
    help: '1 if public reads use this standby, 0 if it is away, behind, or no standby.',
    labelNames: ['replica'],
    registers,
    collect() {
      this.reset();
      for (const { host, state } of replicaFigures().replicas)
        this.set({ replica: host }, Number(state === 'used' || state === 'catching-up'));
    },
  });
  new prom.Gauge({
    name: 'papertide_replica_lag_seconds',
    help: 'Time by which a standby is behind the primary.',
    labelNames: ['replica'],
    registers,
    collect() {
      this.reset();
      for (const { host, lag } of replicaFigures().replicas)
        if (lag !== null) this.set({ replica: host }, lag);
    },
  });
}

/**
 * Gauges of the site as a whole, the same from every process. Returns a function that reads them,
 * which is called before each scrape, as the registry's own hooks run in no order.
 */
function measureDatabase(prom: Prom, registry: Registry): () => Promise<void> {
  const gauge = (name: string, help: string, labelNames: string[] = []) =>
    new prom.Gauge({ name: `papertide_${name}`, help, labelNames, registers: [registry] });
  const jobs = gauge('jobs', 'Jobs in the queue by task and state.', ['task', 'state']);
  const overdue = gauge('job_overdue_seconds', 'Age of the oldest job that is due.', ['task']);
  const mails = gauge('mails', 'Mails by status.', ['status']);
  const connections = gauge('database_connections', 'Connections of all clients.', ['state']);
  const up = gauge('database_up', '1 if the database answered this scrape within two seconds.');
  const wait = gauge(
    'database_wait_seconds',
    'Time of a trivial query of this scrape, which is mostly the wait for a connection.',
  );
  gauge('database_pool_size', 'Most connections of the pool of this process.').set(
    env().DATABASE_POOL,
  );
  const read = async () => {
    const started = performance.now();
    await ping();
    wait.set((performance.now() - started) / 1000);
    const queue = await listJobMetrics(db());
    const stored = await listMailMetrics(db());
    const open = await listConnectionMetrics(db());
    for (const { task, waiting, running, failed, overdue: age } of queue) {
      jobs.set({ task, state: 'waiting' }, waiting);
      jobs.set({ task, state: 'running' }, running);
      jobs.set({ task, state: 'failed' }, failed);
      overdue.set({ task }, age);
    }
    for (const { status, count } of stored) mails.set({ status }, count);
    for (const { state, count } of open) connections.set({ state }, count);
  };
  return async () => {
    // A value of an earlier scrape would hide an outage.
    for (const one of [jobs, overdue, mails, connections, wait]) one.reset();
    const isUp = await withDeadline(read, PATIENCE).then(
      () => true,
      () => false,
    );
    up.set(Number(isUp));
  };
}
