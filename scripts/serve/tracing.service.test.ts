import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { trace } from '@opentelemetry/api';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { db } from '@/db/client';
import { addJob } from '@/db/queries/jobs';
import { useTestDatabase } from '@/db/testing/database';
import { createPaper } from '@/db/testing/factories';
import { forgetEnv } from '@/lib/base/env';
import { eventually } from '@/lib/base/testing/eventually';
import { tracing } from '@/lib/base/tracing';
import { startJobs } from '@/lib/worker/runner';
import { startTracing } from '../tracing/start';
import { api } from './api';
import { createSiteServer } from './server';

const database = useTestDatabase();

type Sent = {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  attributes: { key: string; value: { stringValue?: string; intValue?: number } }[];
  status: { code?: number };
};

/** Stands for a collector: takes OTLP as JSON. */
const received: {
  spans: Sent[];
  text: string;
  headers: http.IncomingHttpHeaders;
  resource: string;
} = { spans: [], text: '', headers: {}, resource: '' };
const collector = http.createServer(async (request, response) => {
  let body = '';
  for await (const part of request) body += part;
  received.text += body;
  received.headers = request.headers;
  for (const { resource, scopeSpans } of JSON.parse(body).resourceSpans) {
    received.resource = JSON.stringify(resource);
    for (const { spans } of scopeSpans) received.spans.push(...spans);
  }
  response.setHeader('content-type', 'application/json');
  response.end(`{}${request.url === '/v1/traces' ? '' : 'wrong address'}`);
});

let stop = async () => {};
const fact = (span: Sent | undefined, name: string) => {
  const value = span?.attributes.find(({ key }) => key === name)?.value;
  return value?.stringValue ?? value?.intValue;
};
const named = (name: string) => received.spans.find((span) => span.name === name);

async function start(settings: Record<string, string> = {}): Promise<void> {
  if (!collector.listening) await once(collector.listen(0, '127.0.0.1'), 'listening');
  const { port } = collector.address() as AddressInfo;
  vi.stubEnv('OTEL_EXPORTER_OTLP_ENDPOINT', `http://127.0.0.1:${port}`);
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
  forgetEnv();
  stop = await startTracing();
}

async function site() {
  const server = createSiteServer(
    async (request, response) => {
      // As Next does, whose own spans hold the address.
      const span = trace.getTracer('next.js').startSpan(`GET ${request.url}`);
      span.setAttribute('next.span_type', 'BaseServer.handleRequest');
      span.setAttribute('next.route', '/join/[token]');
      span.setAttribute('http.target', String(request.url));
      span.recordException(new Error('no account of ada@example.org'));
      span.setStatus({ code: 2, message: 'no account of ada@example.org' });
      await db().execute("select count(*) from papers where title = 'ada@example.org'");
      span.end();
      response.end('done');
    },
    {
      development: false,
      secret: 'the secret of this start',
      api,
      routeOf: (url) => (url.startsWith('/join/') ? '/join/[token]' : '/api/papers/[slug]'),
    },
  );
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    async get(path: string, headers: Record<string, string> = {}) {
      const request = http.request({ port, path, headers, agent: false }).end();
      const [response] = await once(request, 'response');
      response.resume();
      await once(response, 'close');
      return response.statusCode;
    },
    close: () => server.close(),
  };
}

beforeEach(() => {
  vi.stubEnv('RATE_LIMITS', 'off');
  Object.assign(received, { spans: [], text: '' });
});
afterEach(async () => {
  await stop();
  trace.disable();
  vi.unstubAllEnvs();
  forgetEnv();
  stop = async () => {};
});

it('is off without an address, and where it is turned off', async () => {
  forgetEnv();
  await (await startTracing())();
  expect(tracing()).toBeUndefined();
  await start({ OTEL_SDK_DISABLED: 'true' });
  expect(tracing()).toBeUndefined();
  await start({ OTEL_SDK_DISABLED: 'false', OTEL_TRACES_EXPORTER: 'none' });
  expect(tracing()).toBeUndefined();
});

it("a request's trace has its route, its status and its queries", async () => {
  await start({
    OTEL_SERVICE_NAME: 'papers',
    OTEL_EXPORTER_OTLP_HEADERS: 'authorization=Bearer%20x',
  });
  const { slug } = await createPaper({ listed: true });
  const { get, close } = await site();
  expect(await get(`/api/papers/${slug}`)).toBe(200);
  close();
  await stop();
  const request = named('GET /api/papers/[slug]');
  expect(fact(request, 'http.route')).toBe('/api/papers/[slug]');
  expect(fact(request, 'http.response.status_code')).toBe(200);
  const query = received.spans.find(
    (span) => span.traceId === request?.traceId && fact(span, 'db.system.name') === 'postgresql',
  );
  expect(query?.name).toBe('select papers');
  expect(fact(query, 'db.query.text')).toMatch(/^select /);
  expect(received.resource).toContain('"papers"');
  expect(received.headers.authorization).toBe('Bearer x');
});

it('contains no address, token or value, also in the spans of Next', async () => {
  await start();
  const { get, close } = await site();
  await get('/join/verysecrettoken?email=ada@example.org', {
    cookie: 'papertide-session=anothersecret',
  });
  close();
  await stop();
  const own = named('BaseServer.handleRequest /join/[token]');
  expect(own?.traceId).toBe(named('GET /join/[token]')?.traceId);
  expect(own?.status.code).toBe(2);
  expect(received.spans.length).toBeGreaterThanOrEqual(3);
  expect(received.text).not.toMatch(/verysecrettoken|anothersecret|ada(?:@|%40)/);
});

it('a request belongs to the trace of a trusted proxy, and of nobody else', async () => {
  const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
  for (const hops of ['0', '1']) {
    await start({ TRUSTED_PROXY_HOPS: hops });
    const { get, close } = await site();
    await get('/join/a', { traceparent });
    close();
    await stop();
    trace.disable();
    const traceId = received.spans
      .filter(({ name }) => name === 'GET /join/[token]')
      .at(-1)?.traceId;
    expect(traceId === '0af7651916cd43dd8448eb211c80319c').toBe(hops === '1');
  }
});

it("a job's trace has its name, and not what it is given", async () => {
  await start();
  const jobs = startJobs(database());
  await addJob(db(), 'mature_votes', { userId: '00000000-0000-4000-8000-000000000000' });
  await eventually(async () => {
    const [row] = await db().execute('select count(*)::int as left from graphile_worker.jobs');
    expect(row?.left).toBe(0);
  });
  await jobs.stop();
  await stop();
  const job = named('job mature_votes');
  expect(fact(job, 'papertide.job')).toBe('mature_votes');
  expect(received.spans.some((span) => span.parentSpanId === job?.spanId)).toBe(true);
  expect(received.text).not.toContain('00000000-0000-4000-8000');
});
