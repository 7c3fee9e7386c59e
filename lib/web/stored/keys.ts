import type { IncomingMessage } from 'node:http';
import { type AddressKind, addressKind } from '../address-kind';

/**
 * `page`: a stored page or its feed, known by its headers. The others are shared by strangers only:
 * reads of the API, feeds of searches, and pages that answer a query (`listing`).
 */
export type Kind = 'page' | 'api' | 'search' | 'listing';
/** `hasTemplate`: the outer server may know how to make it without Next. */
export type Asked = { kind: Kind; key: string; hasTemplate?: true };

/**
 * Requests of the client-side router, of Next itself, and of programs that want another form of the
 * page.
 */
const OTHER_FORMS = ['rsc', 'next-action', 'x-prerender-revalidate', 'range', 'authorization'];
const ROUTER = /^next-(?:router-|url$)/;

/** Feeds below the address of a page; browsers get another content type. */
export const FEED = /^\/(?!(?:api|do|me|mail)\/)[^?]+\.(?:rss|atom|json)$/;

/**
 * Public reads of the API. Live counts (`engagement`) are never stored, and addresses below `auth`,
 * `internal` or `mcp` are no such reads.
 */
const API =
  /^\/api\/(?:daily_papers|models|datasets|spaces|papers(?:\/(?!engagement(?:\/|$)).+)?|arxiv\/.+)$/;
/** Feeds of searches and filters: costly, and the same for every stranger. */
const SEARCH = /^\/(?:search|papers\/filter)\.(?:rss|atom|json)$/;
/** Pages that are made for each query: the same for every stranger, personal for signed-in readers. */
const LISTING = /^\/(?:search|papers\/filter|author\/[^/]+)$/;
/** The page of a paper, by an identifier in one part: the others are read by Next alone. */
const PAPER = /^\/papers\/(?:\d{4}\.\d{4,5}|x[0-9a-z]{7})$/;
/** A later page of a feed, whose first pages differ more. */
const NUMBERED =
  /^\/(?:papers\/(?:trending|new|discussed|with-code|code-momentum|year\/\d{4})|topics\/[^/]+(?:\/new)?)\/(?:[2-9]|[1-9]\d|100)$/;
/** With or without the prefix that https brings. */
const SESSION = /(?:^|;\s*)(?:__Host-)?papertide-session=/;

/** Whether a request is for a page that costs much to make and comes from nobody who is signed in. */
export function isCostly({ method, url = '', headers }: IncomingMessage): boolean {
  return (
    (method === 'GET' || method === 'HEAD') &&
    LISTING.test(pathOf(url)) &&
    !SESSION.test(headers.cookie ?? '')
  );
}

/** Pages of papers, feeds and users, which crawlers walk. */
const WALKED = new Set<AddressKind>(['list', 'paper', 'profile', 'feed']);

/** Whether a request of nobody who is signed in is for a page that may have to be rendered. */
export const isWalked = ({ method, url = '', headers }: IncomingMessage): boolean =>
  (method === 'GET' || method === 'HEAD') &&
  WALKED.has(addressKind(url)) &&
  !SESSION.test(headers.cookie ?? '');

/** Returns kind and key of a request if its response can be shared; else null. */
export function askedOf({ method, url = '', headers }: IncomingMessage): Asked | null {
  if (method !== 'GET' && method !== 'HEAD') return null;
  for (const name of OTHER_FORMS) if (headers[name] !== undefined) return null;
  for (const name in headers) if (ROUTER.test(name)) return null;
  const { accept } = headers;
  if (accept?.includes('text/markdown')) return null;
  const at = url.indexOf('?');
  const path = pathOf(url);
  if (LISTING.test(path)) {
    // Whoever offers a session is perhaps signed in; other cookies change nothing.
    if (SESSION.test(headers.cookie ?? '')) return null;
    return { kind: 'listing', key: `${path}?${at === -1 ? '' : normalized(url.slice(at + 1))}` };
  }
  const isApi = API.test(path);
  if (isApi || SEARCH.test(path)) {
    if (headers.cookie !== undefined) return null;
    const query = at === -1 ? '' : normalized(url.slice(at + 1));
    const shown = !isApi && accept?.includes('text/html') ? ' shown' : '';
    return { kind: isApi ? 'api' : 'search', key: `${path}?${query}${shown}` };
  }
  if (at !== -1) return null;
  if (PAPER.test(url) || NUMBERED.test(url)) return { kind: 'page', key: url, hasTemplate: true };
  const shown = FEED.test(url) && accept?.includes('text/html');
  return { kind: 'page', key: shown ? `${url} shown` : url };
}

const pathOf = (url: string): string => {
  const at = url.indexOf('?');
  return at === -1 ? url : url.slice(0, at);
};

/** The same query for the same parameters, however they are ordered and escaped. */
function normalized(query: string): string {
  const params = new URLSearchParams(query);
  params.sort();
  return params.toString();
}
