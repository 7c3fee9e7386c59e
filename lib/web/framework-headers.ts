import type { IncomingHttpHeaders } from 'node:http';

/** Headers by which parts of Next, or its hosting platform, talk to each other. */
const INTERNAL =
  /^(next-|x-next|x-middleware-|x-now-|x-vercel-|x-matched-path$|x-invo(ke-|cation-)|x-prerender-|x-action-|x-rsc)/;

/** Headers of the router in the browser. */
const FROM_BROWSERS = new Set([
  'next-action',
  'next-router-state-tree',
  'next-router-prefetch',
  'next-router-segment-prefetch',
  'next-url',
]);

/** Headers of the development overlay and hot reload. */
const IN_DEVELOPMENT = /^(next-hmr-|x-nextjs-(html-)?request-id$)/;

/** Cookies of draft mode and of the framework's own tests; the site sets none of them. */
const COOKIE = /^(__prerender_bypass|__next_|next-instant-)/;

/**
 * Removes headers and cookies that only Next itself may send. An allow list, so that a header that
 * a later version adds is removed too.
 */
export function dropFrameworkHeaders(headers: IncomingHttpHeaders, development = false): void {
  for (const name of Object.keys(headers)) {
    if (FROM_BROWSERS.has(name) || !INTERNAL.test(name)) continue;
    if (!(development && IN_DEVELOPMENT.test(name))) delete headers[name];
  }
  if (!headers.cookie) return;
  const kept = headers.cookie.split(';').filter((pair) => !COOKIE.test(pair.trim()));
  if (kept.length) headers.cookie = kept.join(';');
  else delete headers.cookie;
}
