import { once } from 'node:events';
import net, { type AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { log } from '@/lib/base/log';
import { createSiteServer, TIMEOUTS } from './server';

const ACTION = `7f${'a'.repeat(40)}`;
const CACHED = `c0${'a'.repeat(40)}`;
const timeouts = {
  ...TIMEOUTS,
  headersTimeout: 200,
  requestTimeout: 400,
  connectionsCheckingInterval: 50,
};

let seen: { url?: string; action?: string; host?: string; body: string }[] = [];
const server = createSiteServer(
  async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const { 'next-action': action, host } = request.headers;
    seen.push({ url: request.url, action: action as string | undefined, host, body });
    response.end('taken');
  },
  { development: false, secret: 'of this start', actions: new Set([ACTION]), timeouts },
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

/** Sends raw bytes; returns the status and the whole response. */
async function raw(text: string, keepOpen = false): Promise<{ status: number; text: string }> {
  const socket = net.connect(port, '127.0.0.1');
  socket.on('error', () => {});
  if (keepOpen) socket.write(text);
  else socket.end(text);
  let said = '';
  for await (const chunk of socket) said += chunk;
  return { status: Number(/^HTTP\/1\.1 (\d+)/.exec(said)?.[1]), text: said };
}

const HOST = 'localhost:3000';
const lines = (...all: string[]) => `${all.join('\r\n')}\r\nConnection: close\r\n\r\n`;
const get = (target: string, ...more: string[]) =>
  raw(lines(`GET ${target} HTTP/1.1`, `Host: ${HOST}`, ...more));

function call(body: string, more: Record<string, string | undefined> = {}, target = '/papers/new') {
  const headers: Record<string, string | undefined> = {
    Host: HOST,
    Origin: `http://${HOST}`,
    'Content-Type': 'text/plain;charset=UTF-8',
    'Next-Action': ACTION,
    'Content-Length': String(Buffer.byteLength(body)),
    ...more,
  };
  const head = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return raw(lines(`POST ${target} HTTP/1.1`, ...head) + body);
}

describe('framework endpoints', () => {
  it.each([
    '/_next/image?url=%2Ficon.svg&w=64&q=75',
    '/_next/data/x/index.json',
    '/__nextjs_font/x',
  ])('%s is closed', async (target) => {
    expect((await get(target)).status).toBe(404);
    expect(seen).toEqual([]);
  });

  it('serves the files of the build', async () => {
    expect((await get('/_next/static/chunks/a.js')).status).toBe(200);
  });
});

describe('hosts', () => {
  it.each([
    ['two', [`Host: ${HOST}`, 'Host: evil.example']],
    ['the same twice', [`Host: ${HOST}`, `host: ${HOST}`]],
    ['none', []],
    ['an empty one', ['Host:']],
    ['one with a user', ['Host: a@b.example']],
    ['one with a path', ['Host: b.example/x']],
    ['two in one', ['Host: a.example, b.example']],
    ['one of odd letters', ['Host: papers.exämple']],
  ])('%s: 400', async (_, hosts) => {
    expect((await raw(lines('GET / HTTP/1.1', ...hosts))).status).toBe(400);
    expect(seen).toEqual([]);
  });

  it.each(['localhost', 'localhost:3000', 'papers.example.org', '127.0.0.1:80', '[::1]:3000'])(
    'takes %s',
    async (host) => {
      expect((await raw(lines('GET / HTTP/1.1', `Host: ${host}`))).status).toBe(200);
    },
  );
});

describe('half-open requests', () => {
  it.each([
    ['nothing', ''],
    ['half of the headers', 'GET / HTTP/1.1\r\nHost: a'],
    ['half of a body', 'POST /api/x HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nhalf'],
    [
      'half of a call',
      `POST / HTTP/1.1\r\nHost: ${HOST}\r\nNext-Action: ${ACTION}\r\nOrigin: http://${HOST}\r\nContent-Type: text/plain\r\nContent-Length: 10\r\n\r\n[`,
    ],
  ])('are ended: %s', async (_, text) => {
    const { status } = await raw(text, true);
    expect([408, Number.NaN]).toContain(status);
    expect(seen).toEqual([]);
  });

  it('are checked more often than their timeout', () => {
    expect(TIMEOUTS.connectionsCheckingInterval).toBe(5_000);
    expect(TIMEOUTS.headersTimeout).toBeGreaterThan(TIMEOUTS.connectionsCheckingInterval);
  });
});

describe('calls of server actions', () => {
  it('passes a valid call unchanged, also chunked', async () => {
    const body = '[{"text":"é → $$x"}]';
    expect((await call(body)).status).toBe(200);
    const bytes = Buffer.byteLength(body).toString(16);
    const chunked = `${bytes}\r\n${body}\r\n0\r\n\r\n`;
    const sent = lines(
      'POST / HTTP/1.1',
      `Host: ${HOST}`,
      `Origin: http://${HOST}`,
      'Content-Type: text/plain',
      `Next-Action: ${ACTION}`,
      'Transfer-Encoding: chunked',
    );
    expect((await raw(sent + chunked)).status).toBe(200);
    expect(seen.map((one) => one.body)).toEqual([body, body]);
    expect(seen[0]).toMatchObject({ url: '/papers/new', action: ACTION, host: HOST });
  });

  it.each([
    ['of a cached function', '[1]', { 'Next-Action': CACHED }, 400],
    ['of no id', '[1]', { 'Next-Action': 'x' }, 400],
    ['of another build', '[1]', { 'Next-Action': `7f${'b'.repeat(40)}` }, 409],
    ['as a form', '[1]', { 'Content-Type': 'multipart/form-data; boundary=x' }, 400],
    ['with a body that is no JSON', '0:["x"', {}, 400],
    ['with a reference to a function', '["$F1"]', {}, 400],
    ['from elsewhere', '[1]', { Origin: 'https://evil.example' }, 403],
    ['from nowhere', '[1]', { Origin: 'null' }, 403],
    ['from what is no origin', '[1]', { Origin: 'not an origin' }, 400],
    ['from two origins', '[1]', { Origin: `http://${HOST}, http://${HOST}` }, 400],
  ])('refuses one %s, and logs no error', async (_, body, headers, status) => {
    const [error, warn] = [vi.spyOn(log, 'error'), vi.spyOn(log, 'warn')];
    expect((await call(body, headers)).status).toBe(status);
    expect(seen).toEqual([]);
    expect(error).not.toHaveBeenCalled();
    expect(warn).not.toHaveBeenCalled();
  });

  it('never treats a form as a call, on any path', async () => {
    const form = { 'Content-Type': 'multipart/form-data; boundary=x', 'Next-Action': '' };
    expect((await call('--x--', form)).status).toBe(400);
    const { 'Next-Action': _, ...plain } = form;
    const head = ['POST / HTTP/1.1', `Host: ${HOST}`, `Content-Type: ${plain['Content-Type']}`];
    expect((await raw(lines(...head))).status).toBe(405);
    // Below /api it reaches a route handler instead of an action.
    expect((await call('--x--', form, '/api/x')).status).toBe(200);
    expect(seen.map(({ action }) => action)).toEqual([undefined]);
  });

  it('limits refused calls per network, without blocking its valid ones', async () => {
    const statuses = new Set<number>();
    for (let n = 0; n < 40; n++) statuses.add((await call('{', {})).status);
    expect([...statuses]).toEqual([400, 429]);
    expect((await call('{')).text).toMatch(/retry-after: \d+/i);
    expect((await call('[{}]')).status).toBe(200);
  });
});
