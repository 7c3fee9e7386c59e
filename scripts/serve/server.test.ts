import { once } from 'node:events';
import http, { type IncomingMessage } from 'node:http';
import net, { type AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { log } from '@/lib/base/log';
import { eventually } from '@/lib/base/testing/eventually';
import { createSiteServer } from './server';

let seen: { headers: IncomingMessage['headers']; body: string }[] = [];

/** Stub for Next: reads the body and returns its length. */
const server = createSiteServer(
  async (request, response) => {
    let body = '';
    try {
      for await (const chunk of request) body += chunk;
    } catch {
      return;
    }
    seen.push({ headers: request.headers, body });
    if (request.url === '/api/throws') throw new Error('reader@example.org');
    response.end(String(body.length));
  },
  { development: false, secret: 'the secret of this start' },
);
let port = 0;

beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  port = (server.address() as AddressInfo).port;
});
beforeEach(() => {
  seen = [];
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
});

type Sent = { path?: string; headers?: Record<string, string>; body?: string; chunked?: boolean };

async function send({ path = '/api/x', headers = {}, body = '', chunked = false }: Sent) {
  const request = http.request({ port, path, method: 'POST', headers, agent: false });
  request.on('error', () => {});
  if (chunked)
    for (let at = 0; at < body.length; at += 16_384) request.write(body.slice(at, at + 16_384));
  request.end(chunked ? undefined : body);
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  let text = '';
  for await (const chunk of response) text += chunk;
  return { status: response.statusCode, headers: response.headers, text };
}

async function raw(text: string): Promise<string> {
  const socket = net.connect(port, '127.0.0.1');
  socket.end(text);
  let said = '';
  for await (const chunk of socket) said += chunk;
  return said;
}

const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' };

it.each([
  ['a form up to its limit', { body: 'x'.repeat(1024 * 1024) }, 200],
  ['a form above it', { body: 'x'.repeat(1024 * 1024 + 1) }, 413],
  ['JSON up to its limit', { body: 'x'.repeat(64 * 1024), headers: JSON_TYPE }, 200],
  ['JSON above it', { body: 'x'.repeat(64 * 1024 + 1), headers: JSON_TYPE }, 413],
  ['a body of undeclared length', { body: 'x'.repeat(1024 * 1024), chunked: true }, 200],
  ['one above the limit', { body: 'x'.repeat(2 * 1024 * 1024), chunked: true }, 413],
])('takes %s', async (_, sent, status) => {
  const response = await send(sent);
  expect(response.status).toBe(status);
  expect(seen).toHaveLength(status === 200 ? 1 : 0);
  expect(response.headers['content-security-policy']).toContain("default-src 'none'");
  expect(response.headers['x-content-type-options']).toBe('nosniff');
});

const BOUNDARY = 'x0x';
const upload = (typed: string) =>
  [
    `--${BOUNDARY}\r\nContent-Disposition: form-data; name="title"\r\n\r\n${typed}\r\n`,
    `--${BOUNDARY}\r\nContent-Disposition: form-data; name="picture"; filename="a.png"\r\n\r\n`,
    `${'p'.repeat(3 * 1024 * 1024)}\r\n--${BOUNDARY}--\r\n`,
  ].join('');
const FORM = { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` };
const HERE = { ...FORM, 'sec-fetch-site': 'same-origin' };

it('responds to an oversized picture with a page that keeps what was typed', async () => {
  const path = '/do/submissions/sendDraft';
  const response = await send({ path, headers: HERE, body: upload('<b>"Typed"') });
  expect(response.status).toBe(413);
  expect(response.headers['content-type']).toBe('text/html; charset=utf-8');
  expect(response.headers['content-security-policy']).toContain("form-action 'self'");
  expect(response.text).toContain(`<form method="post" action="${path}" enctype=`);
  expect(response.text).toContain('name="title" value="&lt;b&gt;&quot;Typed&quot;"');
  expect(response.text).toMatch(/<input type="file" name="picture"/);
  expect(seen).toEqual([]);
});

it.each([
  ['another site’s form', { headers: { ...FORM, origin: 'https://elsewhere.example' } }],
  ['a form that nobody says comes from here', { headers: FORM }],
  ['a form of undeclared length', { headers: HERE, chunked: true }],
])('hands nothing back of %s', async (_, sent) => {
  const response = await send({ path: '/do/a/b', body: upload('Typed'), ...sent });
  expect(response.status).toBe(413);
  expect(response.headers['content-type']).toBe('text/html; charset=utf-8');
  expect(response.text).not.toContain('Typed');
  expect(response.text).not.toContain('<form');
  expect(response.text).toContain('Back to the page');
});

it.each(['/%E0%A4%A', '/%', '/a%00b', 'http://elsewhere.example/', '*'])(
  'refuses requests for %s',
  async (path) => {
    const response = await send({ path });
    expect(response.status).toBe(400);
    expect(seen).toEqual([]);
  },
);

it('responds to API clients with JSON errors', async () => {
  const [large, odd] = [
    await send({ path: '/api/papers/submit', body: 'x'.repeat(65_537), headers: JSON_TYPE }),
    await send({ path: '/api/papers/search?q=a%00' }),
  ];
  expect([large.status, JSON.parse(large.text).code]).toEqual([413, 'too_large']);
  expect([odd.status, JSON.parse(odd.text).code]).toEqual([400, 'invalid']);
});

it('allows only reads of pages', async () => {
  const response = await raw('DELETE / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n');
  expect(response).toMatch(/^HTTP\/1\.1 405 /);
  expect(response.toLowerCase()).toContain('allow: get, head');
  expect(seen).toEqual([]);
});

it('responds to invalid or oversized HTTP with its own errors', async () => {
  const nonsense = await raw('PAPERS PLEASE\r\n\r\n');
  expect(nonsense).toMatch(/^HTTP\/1\.1 400 /);
  expect(nonsense).toContain("Content-Security-Policy: default-src 'none'");
  const long = await raw(`GET / HTTP/1.1\r\nHost: a\r\nX-Long: ${'x'.repeat(20_000)}\r\n\r\n`);
  expect(long).toMatch(/^HTTP\/1\.1 431 /);
});

it('forwards the socket address and strips internal headers', async () => {
  await send({
    headers: {
      'x-forwarded-for': '6.6.6.6',
      'x-papertide-address': '6.6.6.6',
      'x-papertide-internal': 'a guess',
    },
  });
  const [request] = seen;
  expect(request?.headers['x-forwarded-for']).toBeUndefined();
  expect(request?.headers['x-papertide-address']).toBe('unknown');
  expect(request?.headers['x-papertide-internal']).toBeUndefined();
  await send({ headers: { 'x-papertide-internal': 'the secret of this start' } });
  expect(seen[1]?.headers['x-papertide-address']).toBe('127.0.0.1');
  expect(seen[1]?.headers['x-papertide-internal']).toBe('the secret of this start');
});

it('logs the path of a request, without secrets and addresses', async () => {
  const info = vi.spyOn(log, 'info');
  await send({ path: '/api/confirm?token=sesame', headers: { cookie: 'session=sesame' } });
  await eventually(() => expect(info).toHaveBeenCalled());
  expect(info.mock.lastCall?.[0]).toMatchObject({ path: '/api/confirm', status: 200 });
  expect(JSON.stringify(info.mock.calls)).not.toMatch(/sesame|127\.0/);
});

it('returns 500 without details for an unhandled error', async () => {
  const response = await send({ path: '/api/throws' });
  expect(response.status).toBe(500);
  expect(response.text).not.toContain('example.org');
});
