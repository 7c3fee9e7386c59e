import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { guardResponse } from './guard';

const server = http.createServer((request, response) => {
  guardResponse(request, response, { name: 'A & B', https: true, development: false });
  if (request.url === '/page') {
    response.setHeader('content-type', 'text/html');
    response.setHeader('content-security-policy', "default-src 'self'");
    response.write('<p>');
    response.end('fine');
  } else if (request.url?.startsWith('/papers/')) {
    response.setHeader('vary', 'rsc');
    response.end('a paper');
  } else if (request.url?.startsWith('/kept?')) {
    response.setHeader('cache-control', decodeURIComponent(request.url.slice(6)));
    response.end('a page');
  } else if (request.url === '/card.png') {
    response.setHeader('cross-origin-resource-policy', 'cross-origin');
    response.end('a picture');
  } else if (request.url === '/broken') {
    response.statusCode = 500;
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.write('<script>half a page');
    response.end('</script>');
  } else if (request.url === '/redirect') {
    response.appendHeader('location', '/there');
    response.appendHeader('location', '/there');
    response.writeHead(307);
    response.end();
  } else {
    response.writeHead(500, { 'content-type': 'application/json' });
    response.end('{"error":"no"}');
  }
});
let origin: string;

beforeAll(async () => {
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

test('a page keeps its own policy and gets the other headers', async () => {
  const response = await fetch(`${origin}/page`);
  expect(await response.text()).toBe('<p>fine');
  expect(response.headers.get('content-security-policy')).toBe("default-src 'self'");
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  expect(response.headers.get('strict-transport-security')).toContain('max-age');
});

test('a page that failed to render is replaced by one without dependencies', async () => {
  const response = await fetch(`${origin}/broken`);
  const html = await response.text();
  expect(response.status).toBe(503);
  expect(response.headers.get('retry-after')).toBe('30');
  expect(html).toContain('not available right now');
  expect(html).toContain('A &amp; B');
  expect(html).not.toContain('<script');
  expect(response.headers.get('cache-control')).toBe('no-store');
});

test('a response for programs is unchanged, with the strictest policy', async () => {
  const response = await fetch(`${origin}/api`);
  expect(await response.json()).toEqual({ error: 'no' });
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(response.headers.get('content-security-policy')).not.toContain("'self'");
});

test('embeddable responses say so themselves', async () => {
  const policy = async (path: string) =>
    (await fetch(origin + path)).headers.get('cross-origin-resource-policy');
  expect(await policy('/card.png')).toBe('cross-origin');
  for (const path of ['/page', '/broken', '/api']) expect(await policy(path)).toBe('same-origin');
});

test('a redirect has one location', async () => {
  const response = await fetch(`${origin}/redirect`, { redirect: 'manual' });
  expect(response.headers.get('location')).toBe('/there');
});

test.each([
  ['/papers/2407.21783', true],
  ['/papers/2407.21783v2?x=1', true],
  ['/papers/hep-th/9901001', true],
  ['/papers/x12ab34z', true],
  ['/papers/trending', false],
  ['/papers/date/2026-01-01', false],
])('%s varies by what a client accepts: %s', async (path, varies) => {
  const { headers } = await fetch(origin + path);
  expect(headers.get('vary')).toBe(varies ? 'rsc, Accept' : 'rsc');
});

test.each([
  ['s-maxage=43200, stale-while-revalidate=43200', 's-maxage=15, stale-while-revalidate=45'],
  ['s-maxage=15, stale-while-revalidate=3585', 's-maxage=15, stale-while-revalidate=45'],
  ['s-maxage=600, stale-while-revalidate=20', 's-maxage=600, stale-while-revalidate=20'],
  ['s-maxage=3600, stale-while-revalidate=82800', 's-maxage=15, stale-while-revalidate=45'],
  ['s-maxage=31536000', 's-maxage=31536000'],
  ['s-maxage=43200', 's-maxage=15'],
  ['private, no-store', 'private, no-store'],
])('a shared cache is told for “%s”: “%s”', async (given, told) => {
  const response = await fetch(`${origin}/kept?${encodeURIComponent(given)}`);
  expect(response.headers.get('cache-control')).toBe(told);
});
