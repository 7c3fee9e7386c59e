import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, expect, it } from 'vitest';
import { fetchLimited, NoResponse } from './outgoing';

let server: Server | undefined;
afterEach(() => {
  server?.close();
  server?.closeAllConnections();
});

async function serving(listener: RequestListener): Promise<URL> {
  const started = createServer(listener);
  server = started;
  await new Promise<void>((ready) => started.listen(0, '127.0.0.1', ready));
  return new URL(`http://127.0.0.1:${(started.address() as AddressInfo).port}/x`);
}

it('sends our User-Agent, and returns status, text and Retry-After', async () => {
  let agent = '';
  const url = await serving((request, response) => {
    agent = request.headers['user-agent'] ?? '';
    response.writeHead(429, { 'retry-after': '7' }).end('Zu früh');
  });
  expect(await fetchLimited(url)).toEqual({ status: 429, body: 'Zu früh', retryAfter: 7 });
  expect(agent).toMatch(/^Papertide\/[\d.]+ \(\+http/);
});

it.each([
  ['Sat, 01 Jan 2000 00:00:00 GMT', 0],
  ['999999999', 86_400],
  ['soon', null],
])('parses Retry-After: %s as %s', async (header, seconds) => {
  const url = await serving((_, response) =>
    response.writeHead(503, { 'retry-after': header }).end(),
  );
  expect((await fetchLimited(url)).retryAfter).toBe(seconds);
});

it('follows no redirect', async () => {
  let asked = 0;
  const url = await serving((_, response) => {
    asked += 1;
    response.writeHead(302, { location: '/elsewhere' }).end();
  });
  await expect(fetchLimited(url)).rejects.toThrow(NoResponse);
  expect(asked).toBe(1);
});

it('times out on a slow response, before and after its headers', async () => {
  const silent = await serving(() => {});
  await expect(fetchLimited(silent, { timeout: 200 })).rejects.toThrow(
    'does not answer within 0.2 s',
  );
  server?.close();
  const slow = await serving((_, response) => response.writeHead(200).write('a'));
  await expect(fetchLimited(slow, { timeout: 200 })).rejects.toThrow(NoResponse);
});

it('reads no more than the limit, also after decompression', async () => {
  const big = 'x'.repeat(2 ** 20 + 1);
  const plain = await serving((_, response) => response.end(big));
  await expect(fetchLimited(plain)).rejects.toThrow('longer than');
  server?.close();
  const packed = await serving((_, response) => {
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(big));
  });
  await expect(fetchLimited(packed)).rejects.toThrow('longer than');
});

it('reports a refused connection', async () => {
  await expect(fetchLimited(new URL('http://127.0.0.1:1/'))).rejects.toThrow('cannot be reached');
});

it('rejects with the reason of the abort', async () => {
  const url = await serving(() => {});
  const stop = new AbortController();
  setTimeout(() => stop.abort(new Error('interrupted')), 50);
  await expect(fetchLimited(url, { signal: stop.signal })).rejects.toThrow('interrupted');
});
