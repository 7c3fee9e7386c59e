import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { closeDatabase, db } from '@/db/client';
import { addJob } from '@/db/queries/jobs';
import { createMail } from '@/db/queries/mails';
import { useTestDatabase } from '@/db/testing/database';
import { forgetEnv } from '@/lib/base/env';
import { jobDone, mailDone, requestShed } from '@/lib/base/measures';
import { eventually } from '@/lib/base/testing/eventually';
import { startJobs } from '@/lib/worker/runner';
import { createSiteServer } from '../serve/server';
import { type MetricsServer, serveMetrics } from './server';

const database = useTestDatabase();
let metrics: MetricsServer | null = null;

async function start(settings: Record<string, string> = {}): Promise<void> {
  for (const [name, value] of Object.entries({ METRICS_PORT: '0', ...settings })) {
    vi.stubEnv(name, value);
  }
  forgetEnv();
  metrics = await serveMetrics();
}

async function scrape(headers: Record<string, string> = {}, path = '/metrics') {
  const response = await fetch(`http://127.0.0.1:${metrics?.port}${path}`, { headers });
  return { status: response.status, text: await response.text() };
}

const value = (text: string, series: string): number =>
  Number(
    text
      .split('\n')
      .find((line) => line.startsWith(`${series} `))
      ?.split(' ')
      .at(-1),
  );

beforeEach(() => {
  vi.stubEnv('RATE_LIMITS', 'off');
});
afterEach(async () => {
  await metrics?.stop();
  metrics = null;
  vi.unstubAllEnvs();
  forgetEnv();
});

it('is off unless a port is set', async () => {
  forgetEnv();
  expect(await serveMetrics()).toBeNull();
});

it('asks for the token, if there is one, and has one address', async () => {
  await start({ METRICS_TOKEN: 'a token of sixteen or more' });
  expect((await scrape()).status).toBe(401);
  expect((await scrape({ authorization: 'Bearer another' })).status).toBe(401);
  const authorization = 'Bearer a token of sixteen or more';
  expect((await scrape({ authorization })).status).toBe(200);
  expect((await scrape({ authorization }, '/')).status).toBe(404);
});

it('counts requests by kind and status, never by path', async () => {
  await start();
  const site = createSiteServer(
    async (request, response) => {
      if (request.url?.startsWith('/u/')) response.statusCode = 404;
      response.setHeader('x-nextjs-cache', 'HIT');
      response.end('page');
    },
    { development: false, secret: 'the secret of this start' },
  );
  site.listen(0, '127.0.0.1');
  await once(site, 'listening');
  const { port } = site.address() as AddressInfo;
  for (const path of ['/', '/?a=1', '/u/one', '/u/two', '/u/three', '/wp-login.php', '/x/%00']) {
    const request = http.request({ port, path, agent: false }).end();
    const [response] = await once(request, 'response');
    response.resume();
    await once(response, 'close');
  }
  site.close();
  const { text } = await scrape();
  expect(value(text, 'papertide_requests_total{kind="list",status="200"}')).toBe(2);
  expect(value(text, 'papertide_requests_total{kind="profile",status="404"}')).toBe(3);
  expect(value(text, 'papertide_request_seconds_count{kind="profile"}')).toBe(3);
  expect(value(text, 'papertide_store_total{store="pages",result="hit"}')).toBeGreaterThan(3);
  expect(text).not.toMatch(/wp-login|three/);
});

it('reports jobs by age and outcome, mails, the pool and the event loop', async () => {
  await start();
  await db().execute('delete from graphile_worker._private_jobs');
  const runAt = new Date(Date.now() - 600_000).toISOString();
  await addJob(db(), 'send_mail', { mailId: 'x' }, { runAt });
  await createMail(db(), { id: crypto.randomUUID(), sealed: 'x' });
  jobDone.publish({ task: 'send_mail', outcome: 'retried', seconds: 2 });
  mailDone.publish({ outcome: 'sent' });
  requestShed.publish({ cause: 'loop' });
  const { text } = await scrape();
  expect(value(text, 'papertide_jobs{task="send_mail",state="waiting"}')).toBe(1);
  expect(value(text, 'papertide_job_overdue_seconds{task="send_mail"}')).toBeGreaterThan(500);
  expect(value(text, 'papertide_job_runs_total{task="send_mail",outcome="retried"}')).toBe(1);
  expect(value(text, 'papertide_mails{status="queued"}')).toBe(1);
  expect(value(text, 'papertide_mail_deliveries_total{outcome="sent"}')).toBe(1);
  expect(value(text, 'papertide_requests_shed_total{cause="loop"}')).toBe(1);
  expect(value(text, 'papertide_database_up')).toBe(1);
  expect(value(text, 'papertide_database_pool_size')).toBe(10);
  expect(text).toContain('papertide_database_connections{state="active"}');
  expect(text).toContain('nodejs_eventloop_lag_p99_seconds');
});

it('measures the jobs that the runner runs', async () => {
  await start();
  await db().execute('delete from graphile_worker._private_jobs');
  await addJob(db(), 'send_mail', { mailId: crypto.randomUUID() });
  const jobs = startJobs(database());
  const done = 'papertide_job_runs_total{task="send_mail",outcome="done"}';
  await eventually(async () => expect(value((await scrape()).text, done)).toBe(1));
  await jobs.stop();
});

it('answers within its deadline while the database is away, and says so', async () => {
  await start();
  await scrape();
  await closeDatabase();
  vi.stubEnv('DATABASE_URL', 'postgres://nobody@127.0.0.1:1/none');
  forgetEnv();
  const { status, text } = await scrape();
  expect(status).toBe(200);
  expect(value(text, 'papertide_database_up')).toBe(0);
  expect(text).not.toContain('papertide_jobs{');
  await closeDatabase();
});

it('leaves the site alone if its port is taken', async () => {
  await start();
  const taken = String(metrics?.port);
  vi.stubEnv('METRICS_PORT', taken);
  forgetEnv();
  expect(await serveMetrics()).toBeNull();
});
