import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { DEVELOPMENT_POLICY, pagePolicy, STRICTEST_POLICY } from './content-security-policy.mjs';
import { errorPage } from './error-page';

const ALWAYS: Record<string, string> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'cross-origin-opener-policy': 'same-origin',
  'x-frame-options': 'DENY',
};
const RESOURCES = 'cross-origin-resource-policy';
const HSTS = 'max-age=31536000; includeSubDomains';

/** A paper's page, which is Markdown for clients that ask for it by `Accept`. */
const NEGOTIATED =
  /^\/papers\/(?:\d{4}\.\d{4,5}|x[0-9a-z]{7}|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})(?:v\d+)?(?:\?|$)/;

type Site = { name: string; https: boolean; development: boolean };

function varyBy(response: ServerResponse, name: string): void {
  const listed = [response.getHeader('vary') ?? []].flat().join(', ');
  if (listed.split(/,\s*/).some((one) => one.toLowerCase() === name.toLowerCase())) return;
  response.setHeader('vary', listed ? `${listed}, ${name}` : name);
}

/**
 * Replacement for a page that failed to render; client-side navigations get Next's error boundary.
 * A page that says when to try again has not failed.
 */
const isBrokenPage = (request: IncomingMessage, response: ServerResponse, status: number) =>
  status >= 500 &&
  !response.hasHeader('retry-after') &&
  request.headers.rsc === undefined &&
  String(response.getHeader('content-type') ?? '').startsWith('text/html');

/**
 * Seconds after `s-maxage` for which a shared cache may serve a page while it fetches it again. Next
 * allows an hour, in which a removed page would be served to one more visitor of each cache.
 */
const STALE_WHILE_REVALIDATE = 45;

/**
 * Seconds. A page that lives longer than the first of these, though not for good, is ended by its
 * tags, of which a shared cache hears nothing: it gets the time of any other page.
 */
const [ENDED_BY_TAGS, FOR_GOOD, SHARED] = [900, 31_536_000, 15];

function shortenStale(response: ServerResponse): void {
  const given = response.getHeader('cache-control');
  if (typeof given !== 'string' || !given.includes('s-maxage=')) return;
  const shortened = given
    .replace(/(?<=s-maxage=)\d+/, (seconds) => {
      const isEnded = Number(seconds) > ENDED_BY_TAGS && Number(seconds) < FOR_GOOD;
      return isEnded ? String(SHARED) : seconds;
    })
    .replace(/(?<=stale-while-revalidate=)\d+/, (seconds) =>
      String(Math.min(Number(seconds), STALE_WHILE_REVALIDATE)),
    );
  if (shortened !== given) response.setHeader('cache-control', shortened);
}

/**
 * Ensures for every response: security headers, the strictest policy unless it has one, a single
 * Location (Next repeats it when it renders a redirect again), and a readable page instead of one
 * that failed to render.
 */
export function guardResponse(
  request: IncomingMessage,
  response: ServerResponse,
  site: Site,
): void {
  for (const [name, value] of Object.entries(ALWAYS)) response.setHeader(name, value);
  if (site.https) response.setHeader('strict-transport-security', HSTS);

  const writeHead = response.writeHead.bind(response) as (
    status: number,
    ...rest: unknown[]
  ) => ServerResponse;
  const write = response.write.bind(response) as (...args: unknown[]) => boolean;
  const end = response.end.bind(response) as (...args: unknown[]) => ServerResponse;
  let replaced = false;

  response.writeHead = ((status: number, ...rest: unknown[]) => {
    const given = rest.find((part) => typeof part === 'object') as OutgoingHttpHeaders | undefined;
    for (const [name, value] of Object.entries(given ?? {})) {
      if (value !== undefined) response.setHeader(name, value);
    }
    if (NEGOTIATED.test(request.url ?? '')) varyBy(response, 'Accept');
    const location = response.getHeader('location');
    if (Array.isArray(location) && location[0]) response.setHeader('location', location[0]);
    shortenStale(response);
    if (!site.development && isBrokenPage(request, response, status)) {
      replaced = true;
      for (const name of ['content-encoding', 'transfer-encoding', 'etag'])
        response.removeHeader(name);
      const page = Buffer.from(errorPage(site.name));
      response.setHeader('content-length', page.length);
      response.setHeader('cache-control', 'no-store');
      response.setHeader('content-security-policy', pagePolicy([]));
      response.setHeader(RESOURCES, 'same-origin');
      // A dependency of the page did not respond: temporary, so 503.
      response.setHeader('retry-after', 30);
      writeHead(503);
      end(request.method === 'HEAD' ? undefined : page);
      return response;
    }
    // Feeds and cards allow other sites to show them.
    if (!response.hasHeader(RESOURCES)) response.setHeader(RESOURCES, 'same-origin');
    if (!response.hasHeader('content-security-policy')) {
      response.setHeader(
        'content-security-policy',
        site.development ? DEVELOPMENT_POLICY : STRICTEST_POLICY,
      );
    }
    return writeHead(status);
  }) as typeof response.writeHead;

  // A failed page is replaced before its first byte, also without a call of writeHead.
  const settle = () => {
    if (!response.headersSent && isBrokenPage(request, response, response.statusCode)) {
      response.writeHead(response.statusCode);
    }
    return replaced;
  };
  response.write = ((...args: unknown[]) => settle() || write(...args)) as typeof response.write;
  response.end = ((...args: unknown[]) =>
    settle() ? response : end(...args)) as typeof response.end;
}
