import type { IncomingMessage } from 'node:http';

/** `page`: a stored page or its feed, known by its headers. The others are shared by strangers only. */
export type Kind = 'page' | 'api' | 'search';
export type Asked = { kind: Kind; key: string };

/** Requests of the router, of Next itself, and of programs that want another form of the page. */
const OTHER_FORMS = ['rsc', 'next-action', 'x-prerender-revalidate', 'range', 'authorization'];
const ROUTER = /^next-(?:router-|url$)/;

/** Feeds at the address of a page; a browser gets another content type. */
export const FEED = /^\/(?!(?:api|do|me|mail)\/)[^?]+\.(?:rss|atom|json)$/;

/**
 * Reads of the API that are the same for everybody. Live counts (`engagement`) are never stored, and
 * what is under `auth`, `internal` or `mcp` is no such read.
 */
const API =
  /^\/api\/(?:daily_papers|models|datasets|spaces|papers(?:\/(?!engagement(?:\/|$)).+)?|arxiv\/.+)$/;
/** Feeds of searches and filters: costly, and the same for every stranger. */
const SEARCH = /^\/(?:search|papers\/filter)\.(?:rss|atom|json)$/;

/** Returns what a request asks for, if that can be shared with other requests; else null. */
export function askedOf({ method, url = '', headers }: IncomingMessage): Asked | null {
  if (method !== 'GET' && method !== 'HEAD') return null;
  for (const name of OTHER_FORMS) if (headers[name] !== undefined) return null;
  for (const name in headers) if (ROUTER.test(name)) return null;
  const { accept } = headers;
  if (accept?.includes('text/markdown')) return null;
  const at = url.indexOf('?');
  const path = at === -1 ? url : url.slice(0, at);
  const isApi = API.test(path);
  if (isApi || SEARCH.test(path)) {
    if (headers.cookie !== undefined) return null;
    const query = at === -1 ? '' : normalized(url.slice(at + 1));
    const shown = !isApi && accept?.includes('text/html') ? ' shown' : '';
    return { kind: isApi ? 'api' : 'search', key: `${path}?${query}${shown}` };
  }
  if (at !== -1) return null;
  const shown = FEED.test(url) && accept?.includes('text/html');
  return { kind: 'page', key: shown ? `${url} shown` : url };
}

/** The same query for the same parameters, however they are ordered and escaped. */
function normalized(query: string): string {
  const params = new URLSearchParams(query);
  params.sort();
  return params.toString();
}
