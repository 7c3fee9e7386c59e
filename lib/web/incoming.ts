import type { IncomingHttpHeaders } from 'node:http';
import { isIP } from 'node:net';

/** The header in which the outer server passes the client's address; a client cannot send it. */
export const ADDRESS_HEADER = 'x-papertide-address';
/** The header that authenticates the outer server and its loopback route to each other. */
export const INTERNAL_HEADER = 'x-papertide-internal';

/** Headers that proxies and frameworks trust; a client may send any of them. */
const DROPPED = /^(x-forwarded|forwarded$|x-real-ip$|x-papertide-|content-security-policy|via$)/;
const SIGNS_OF_A_PROXY = ['x-forwarded-for', 'x-forwarded-host', 'forwarded', 'x-real-ip', 'via'];

type Site = {
  /** Number of proxies in front that append to X-Forwarded-For. */
  hops: number;
  /** The site's address, if configured. */
  url?: string;
};

/**
 * Removes headers that only a trusted proxy or we may set, and sets the client's address. Behind
 * proxies the host is the site's, whatever they call the upstream.
 */
export function cleanHeaders(
  headers: IncomingHttpHeaders,
  socketAddress: string | undefined,
  site: Site,
): void {
  const address = clientAddress(headers, socketAddress, site.hops);
  const forwardedHost = last(headers['x-forwarded-host']);
  for (const name of Object.keys(headers)) if (DROPPED.test(name)) delete headers[name];
  headers[ADDRESS_HEADER] = address;
  if (site.hops > 0) {
    const host = site.url ? new URL(site.url).host : forwardedHost;
    if (host) headers.host = host;
  }
  if (site.url?.startsWith('https:')) headers['x-forwarded-proto'] = 'https';
}

/**
 * Returns the client's address: the socket's, or with trusted proxies the X-Forwarded-For entry
 * that the outermost of them appended. `unknown` if an undeclared proxy on this machine forwards:
 * otherwise every client would count as local and see this machine's mailbox.
 */
export function clientAddress(
  headers: IncomingHttpHeaders,
  socketAddress = 'unknown',
  hops = 0,
): string {
  if (hops === 0) {
    const proxied = SIGNS_OF_A_PROXY.some((name) => headers[name] !== undefined);
    return proxied && isLoopbackAddress(socketAddress) ? 'unknown' : socketAddress;
  }
  const entries = list(headers['x-forwarded-for']);
  // With fewer entries than hops, the first one was still appended by a proxy of ours.
  const entry = entries.at(-Math.min(hops, entries.length));
  return (entry && bareAddress(entry)) || socketAddress;
}

const list = (value: string | string[] | undefined): string[] =>
  [value ?? []]
    .flat()
    .join(',')
    .split(',')
    .map((entry) => entry.trim())
    .filter(Boolean);

const last = (value: string | string[] | undefined): string | undefined => list(value).at(-1);

/** Strips port and brackets; undefined if it is not an address. */
function bareAddress(entry: string): string | undefined {
  const bare =
    entry.match(/^"?\[([^\]]+)\](?::\d+)?"?$/)?.[1] ??
    entry.match(/^(\d{1,3}(?:\.\d{1,3}){3}):\d+$/)?.[1] ??
    entry;
  return isIP(bare) ? bare : undefined;
}

const isLoopbackAddress = (address: string): boolean => /^(127\.|::1$|::ffff:127\.)/i.test(address);
