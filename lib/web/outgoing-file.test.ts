import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { NoResponse } from './outgoing';
import { type Allow, fetchFile } from './outgoing-file';

let port = 0;
const server = createServer((request, response) => {
  if (request.url === '/slow') return;
  if (request.url === '/drip') {
    response.write('x');
    return;
  }
  if (request.url === '/cut') {
    response.writeHead(200, { 'content-length': 10 });
    response.write('x', () => response.destroy());
    return;
  }
  response.end('0123456789');
});
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
});

const get = (path: string, limits: { size?: number; allow?: Allow; timeout?: number } = {}) =>
  fetchFile(new URL(`http://localhost:${port}${path}`), {
    allow: () => 'anywhere',
    size: 10,
    timeout: 60_000,
    ...limits,
  });

it('returns the bytes of a file within its limits', async () => {
  const { status, bytes, problem } = await get('/');
  expect([status, Buffer.from(bytes).toString(), problem]).toEqual([200, '0123456789', undefined]);
  expect(await get('/', { size: 9 })).toMatchObject({ problem: 'too large' });
});

it.each(['/slow', '/drip'])('gives up on %s after the time limit', async (path) => {
  await expect(get(path, { timeout: 50 })).rejects.toThrow(NoResponse);
});

it('takes no file that is cut off', async () => {
  await expect(get('/cut')).rejects.toThrow(NoResponse);
});

it('connects to public addresses only, whatever the name says', async () => {
  expect(await get('/', { allow: () => 'public' })).toMatchObject({ problem: 'not allowed' });
});

it.each(['127.0.0.1', '[::1]', '2130706433', '0x7f.1', '[::ffff:127.0.0.1]'])(
  'connects to no private address that is written as %s',
  async (host) => {
    const limits = { allow: () => 'public' as const, size: 10, timeout: 60_000 };
    const response = await fetchFile(new URL(`http://${host}:${port}/`), limits);
    expect(response).toMatchObject({ problem: 'not allowed' });
  },
);

it('stops when its caller does', async () => {
  const stop = AbortSignal.abort(new Error('stopped'));
  const allow: Allow = () => 'anywhere';
  const limits = { allow, size: 10, timeout: 60_000, signal: stop };
  await expect(fetchFile(new URL(`http://localhost:${port}/`), limits)).rejects.toThrow('stopped');
});
