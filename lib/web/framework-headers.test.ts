import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { dropFrameworkHeaders } from './framework-headers';

const left = (headers: Record<string, string>) => {
  dropFrameworkHeaders(headers);
  return headers;
};

/** Headers that any client may send: of HTTP, of browsers, of tracing, and of the client's router. */
const OF_CLIENTS = new Set([
  'accept',
  'accept-language',
  'access-control-request-headers',
  'cache-control',
  'content-encoding',
  'content-length',
  'content-type',
  'cookie',
  'host',
  'origin',
  'referer',
  'rsc',
  'sec-fetch-dest',
  'sec-fetch-mode',
  'sec-fetch-site',
  'traceparent',
  'tracestate',
  'user-agent',
]);
/** Also removed (lib/web/incoming). */
const OF_PROXIES = /^(x-forwarded-|content-security-policy)/;

it('drops every header that this version of Next reads and that no client has to send', () => {
  const server = path.join('node_modules', 'next', 'dist', 'server');
  const read = new Set<string>();
  for (const file of readdirSync(server, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.js') || /(^|[\\/])dev[\\/]/.test(file)) continue;
    const source = readFileSync(path.join(server, file), 'utf8');
    for (const [, name] of source.matchAll(/req(?:uest)?\.headers\[['"]([a-z0-9-]+)['"]\]/g)) {
      if (name) read.add(name);
    }
  }
  expect(read).toContain('x-nextjs-data');
  const internal = [...read].filter((name) => !OF_CLIENTS.has(name) && !OF_PROXIES.test(name));
  expect(left(Object.fromEntries(internal.map((name) => [name, '1'])))).toEqual({});
});

it('drops internal headers of Next under their stored names', async () => {
  const constants = await import('next/dist/lib/constants.js');
  const router = await import('next/dist/client/components/app-router-headers.js');
  const names = [...Object.entries(constants), ...Object.entries(router)]
    .filter(([key, value]) => /_HEADER$/.test(key) && typeof value === 'string')
    .map(([, value]) => String(value))
    .filter((name) => /^(x-|next-)/.test(name));
  expect(names).toContain('next-resume');
  const kept = Object.keys(left(Object.fromEntries(names.map((name) => [name, '1']))));
  expect(kept.sort()).toEqual([
    'next-action',
    'next-router-prefetch',
    'next-router-segment-prefetch',
    'next-router-state-tree',
  ]);
});

it.each([
  'x-middleware-subrequest',
  'x-middleware-prefetch',
  'x-middleware-rewrite',
  'x-now-route-matches',
  'x-vercel-id',
  'x-matched-path',
  'x-nextjs-data',
  'x-invoke-path',
  'x-invoke-status',
  'x-invocation-id',
  'x-prerender-revalidate',
  'x-prerender-revalidate-if-generated',
  'x-next-cache-tags',
  'x-next-revalidated-tags',
  'x-next-resume-state-length',
  'x-action-forwarded',
  'next-resume',
  'next-hmr-refresh',
  'next-test-fetch',
  'x-nextjs-of-tomorrow',
])('drops %s', (name) => expect(left({ [name]: '1', accept: '*/*' })).toEqual({ accept: '*/*' }));

it('accepts no cookie of draft mode', () => {
  const cookie = '__prerender_bypass=1; session=a; __next_preview_data=b;next-instant-x=1; b=c';
  expect(left({ cookie }).cookie?.trim()).toBe('session=a; b=c');
  expect(left({ cookie: '__prerender_bypass=1' })).toEqual({});
});

it('keeps development headers in development', () => {
  const headers = { 'next-hmr-refresh': '1', 'x-middleware-subrequest': '1' };
  dropFrameworkHeaders(headers, true);
  expect(headers).toEqual({ 'next-hmr-refresh': '1' });
});
