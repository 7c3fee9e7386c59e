import { once } from 'node:events';
import http, { type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { eventually } from '@/lib/base/testing/eventually';
import { ResponseStore } from '../response-store';
import type { Made } from './entry';

let now = 0;
vi.spyOn(performance, 'now').mockImplementation(() => now);

let store = new ResponseStore();
let made = 0;
let text = '';
let changes: Partial<Made> = {};
let release: Promise<void> | undefined;

const make = async (): Promise<Made> => {
  made++;
  const body = Buffer.from(text);
  await release;
  return {
    status: 200,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'public, max-age=10',
      etag: `"${body.length}"`,
    },
    body,
    ...changes,
  };
};

const server = http.createServer((request, response) => {
  if (store.repeat(request, response)) return;
  const asked = store.asked(request);
  if (asked && store.serve(request, response, asked, make)) return;
  if (asked) store.capture(request, response, asked);
  response.setHeader('x-nextjs-cache', 'HIT');
  response.setHeader('cache-control', 's-maxage=15');
  response.setHeader('content-type', 'text/html');
  made++;
  if (request.headers['accept-encoding'] !== 'gzip') return void response.end(text);
  response.setHeader('content-encoding', 'gzip');
  response.end(gzipSync(text));
});
let port = 0;

async function get(path: string, headers: Record<string, string> = {}, method = 'GET') {
  const request = http.request({ port, path, method, headers, agent: false }).end();
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk);
  const body = Buffer.concat(chunks);
  return { status: response.statusCode, headers: response.headers, body, text: body.toString() };
}
const settled = () => new Promise((done) => setImmediate(done));

beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  port = (server.address() as AddressInfo).port;
});
afterAll(() => server.close());
beforeEach(() => {
  store = new ResponseStore();
  [now, made, text, changes, release] = [1_000, 0, 'first', {}, undefined];
});

const READ = '/api/papers?limit=2&sort=new';

test('a read is rendered once for equal queries in any spelling', async () => {
  await get(READ);
  await get('/api/papers?sort=new&limit=2');
  await get('/api/papers?limit=%32&sort=new');
  expect(made).toBe(1);
  await get('/api/papers?limit=3&sort=new');
  expect(made).toBe(2);
});

test('concurrent requests for a missing entry wait for one', async () => {
  let open = () => {};
  release = new Promise<void>((go) => {
    open = go;
  });
  const all = Array.from({ length: 20 }, () => get(READ));
  await eventually(() => expect(made).toBe(1));
  open();
  expect((await Promise.all(all)).map((one) => one.text)).toEqual(Array(20).fill('first'));
  expect(made).toBe(1);
});

test('an expired entry is served while one request renews it, for a limited time', async () => {
  await get(READ);
  now += 10_500;
  text = 'second';
  expect((await get(READ)).text).toBe('first');
  await eventually(async () => expect((await get(READ)).text).toBe('second'));
  expect(made).toBe(2);
  now += 15_500;
  text = 'third';
  expect((await get(READ)).text).toBe('third');
});

test('an invalidation ends it at once, also one in progress', async () => {
  await get(READ);
  text = 'taken down';
  store.clear();
  expect((await get(READ)).text).toBe('taken down');
  let open = () => {};
  release = new Promise<void>((go) => {
    open = go;
  });
  store.clear();
  text = 'before';
  const early = get(READ);
  await eventually(() => expect(made).toBe(3));
  store.clear();
  text = 'after';
  const late = get(READ);
  await eventually(() => expect(made).toBe(4));
  open();
  await early;
  expect((await late).text).toBe('after');
  expect((await get(READ)).text).toBe('after');
});

test('a renewal that an invalidation has overtaken is not stored', async () => {
  await get('/');
  now += 1_200;
  let open = () => {};
  release = new Promise<void>((go) => {
    open = go;
  });
  text = 'old';
  await get('/');
  store.clear();
  open();
  await settled();
  release = undefined;
  text = 'new';
  changes = { headers: { 'x-nextjs-cache': 'HIT', 'cache-control': 's-maxage=15' } };
  expect((await get('/')).text).toBe('new');
});

test.each([
  ['a token', { authorization: 'Bearer ppt_x' }],
  ['a cookie', { cookie: 'papertide-session=x' }],
  ['part of it', { range: 'bytes=0-1' }],
  ['Markdown', { accept: 'text/markdown' }],
])('a request with or for %s shares nothing', async (_, headers) => {
  expect(store.asked({ method: 'GET', url: READ, headers } as unknown as IncomingMessage)).toBe(
    null,
  );
});

test.each([
  '/api/papers/engagement?ids=1',
  '/api/auth/session',
  '/api/mcp',
  '/api/whoami-v2',
  '/api/internal/revalidate',
  '/me/papers?ids=1',
  '/settings?x=1',
])('%s is never shared', (url) => {
  const asked = store.asked({ method: 'GET', url, headers: {} } as unknown as IncomingMessage);
  expect(asked?.kind ?? 'page').toBe('page');
  expect(
    store.serve(
      { method: 'GET', url, headers: {} } as never,
      {} as never,
      asked ?? { kind: 'page', key: url },
      make,
    ),
  ).toBe(false);
});

test.each([
  { headers: { 'cache-control': 'private, no-store' } },
  { headers: { 'cache-control': 'public, max-age=10', 'set-cookie': ['a=b'] } },
  { status: 404 },
  { status: 503 },
])('%j is not stored', async (with_) => {
  changes = with_;
  await get(READ);
  await get(READ);
  expect(made).toBe(2);
});

test('while it cannot be renewed, the expired entry is served until its time is over', async () => {
  await get(READ);
  changes = { status: 503 };
  now += 10_500;
  expect((await get(READ)).status).toBe(200);
  now += 5_000;
  expect((await get(READ)).status).toBe(503);
});

test('a body is compressed as preferred, with the header', async () => {
  text = 'x'.repeat(5_000);
  const table = [
    ['br, gzip', 'br'],
    ['gzip, deflate', 'gzip'],
    ['gzip;q=0, br;q=0', undefined],
    ['br;q=0.2, gzip;q=0.8', 'gzip'],
    ['*', 'br'],
    ['identity, gzip;q=0.5', undefined],
  ] as const;
  // The first response of a page comes from Next.
  await get('/');
  for (const path of [READ, '/', '/']) {
    for (const [accepted, encoding] of table) {
      const response = await get(path, { 'accept-encoding': accepted });
      const note = `${path} ${accepted}`;
      const got = response.headers['content-encoding'];
      expect(got, note).toBe(encoding);
      const plain =
        got === 'br'
          ? brotliDecompressSync(response.body)
          : got === 'gzip'
            ? gunzipSync(response.body)
            : response.body;
      expect(plain.toString(), note).toBe(text);
      if (path === READ) {
        expect(response.headers.vary, note).toBe('Accept-Encoding');
        expect(response.headers.etag, note).toBe(encoding ? 'W/"5000"' : '"5000"');
      }
    }
  }
});

test('a short body is not compressed', async () => {
  const response = await get(READ, { 'accept-encoding': 'br' });
  expect(response.headers['content-encoding']).toBeUndefined();
});

test('HEAD has the headers of GET and no body, and a known tag gets 304', async () => {
  text = 'x'.repeat(5_000);
  const whole = await get(READ, { 'accept-encoding': 'br' });
  const head = await get(READ, { 'accept-encoding': 'br' }, 'HEAD');
  expect(head.body).toHaveLength(0);
  for (const name of ['content-length', 'content-encoding', 'etag', 'vary']) {
    expect(head.headers[name], name).toBe(whole.headers[name]);
  }
  for (const tag of ['"5000"', 'W/"5000"', '"x", W/"5000"', '*']) {
    const response = await get(READ, { 'if-none-match': tag });
    expect([response.status, response.body.length], tag).toEqual([304, 0]);
  }
  expect((await get(READ, { 'if-none-match': '"1"' })).status).toBe(200);
  expect(made).toBe(1);
});
