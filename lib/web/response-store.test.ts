import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { settleEncoding } from './accept';
import { ResponseStore } from './response-store';

const store = new ResponseStore();
let rendered = 0;
let duringRender = () => {};

const server = http.createServer((request, response) => {
  const asked = store.asked(request);
  if (asked && store.serve(request, response, asked)) return;
  settleEncoding(request.headers);
  if (asked) store.capture(request, response, asked);
  rendered++;
  if (request.url === '/private') response.setHeader('cache-control', 'private, no-store');
  else {
    if (!request.url?.includes('.')) response.setHeader('x-nextjs-cache', 'HIT');
    response.setHeader('cache-control', 's-maxage=15, stale-while-revalidate=3585');
    response.setHeader('etag', '"1"');
  }
  if (request.url === '/cookie') response.setHeader('set-cookie', 'a=b');
  response.write('half ');
  duringRender();
  response.end(`${rendered}`);
});
let origin: string;
const get = async (path: string, headers: Record<string, string> = {}) => {
  const response = await fetch(origin + path, { headers });
  return { status: response.status, text: await response.text(), headers: response.headers };
};

beforeAll(async () => {
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());
beforeEach(() => {
  store.clear();
  rendered = 0;
  duringRender = () => {};
});

test('a stored page is rendered once, with the same response for all', async () => {
  expect((await get('/')).text).toBe('half 1');
  const again = await get('/');
  expect(again.text).toBe('half 1');
  expect(again.headers.get('content-length')).toBe('6');
  expect(rendered).toBe(1);
});

test('an unchanged page gets a 304', async () => {
  await get('/');
  expect((await get('/', { 'if-none-match': '"1"' })).status).toBe(304);
});

test('a feed is stored, too, with the type for browsers and with its own', async () => {
  await get('/papers/new.atom', { accept: '*/*' });
  await get('/papers/new.atom', { accept: 'text/html,*/*' });
  expect(rendered).toBe(2);
  await get('/papers/new.atom', { accept: 'text/html' });
  for (const tag of ['W/"1"', '"0", "1"', '*']) {
    expect((await get('/papers/new.atom', { 'if-none-match': tag })).status, tag).toBe(304);
  }
  expect((await get('/papers/new.atom', { 'if-none-match': '"0"' })).status).toBe(200);
  expect(rendered).toBe(2);
  // Only the renderer knows since when it is unchanged.
  await get('/papers/new.atom', { 'if-modified-since': new Date().toUTCString() });
  expect(rendered).toBe(3);
});

test.each([
  '/private',
  '/cookie',
  '/?q=1',
  '/papers/new.atom?x',
  '/papers/export.csv',
  '/api/a.json',
])('%s is never stored', async (path) => {
  await get(path);
  await get(path);
  expect(rendered).toBe(2);
});

test('the form for the client-side router is separate', async () => {
  await get('/');
  await get('/', { rsc: '1' });
  await get('/', { 'next-router-prefetch': '1' });
  expect(rendered).toBe(3);
});

test('a page that was invalidated before it was complete is not stored', async () => {
  duringRender = () => store.clear();
  await get('/');
  duringRender = () => {};
  expect((await get('/')).text).toBe('half 2');
});
