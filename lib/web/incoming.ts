import type { IncomingHttpHeaders } from 'node:http';
import { isIP } from 'node:net';

/** The header in which our own server puts the client's address; a client cannot send it. */
export const ADDRESS_HEADER = 'x-papertide-address';
/** The header by which our own server and its loopback route know each other. */
export const INTERNAL_HEADER = 'x-papertide-internal';

/** What proxies and frameworks believe; a client may send any of it. */
const DROPPED = /^(x-forwarded|forwarded$|x-real-ip$|x-papertide-|content-security-policy|via$)/;
const SIGNS_OF_A_PROXY = ['x-forwarded-for', 'x-forwarded-host', 'forwarded', 'x-real-ip', 'via'];

type Site = {
  /** Proxies in front of us that append to X-Forwarded-For. */
  hops: number;
  /** Where the site is reached, if that was configured. */
  url?: string;
};

/**
 * Takes out of a request's headers what only a trusted proxy or we ourselves may say, and puts
 * in the client's address. Behind proxies the host is the site's, whatever they call upstream.
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
 * The client's address: the socket's, or with trusted proxies the entry that the outermost of
 * them appended to X-Forwarded-For. `unknown` is what an undeclared proxy on this machine gets:
 * everybody would seem to sit at this very machine, and be shown its mailbox.
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
  // Fewer entries than hops: the first one was still appended by a proxy of ours.
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

/** Without a port or brackets; undefined when it is no address. */
function bareAddress(entry: string): string | undefined {
  const bare =
    entry.match(/^"?\[([^\]]+)\](?::\d+)?"?$/)?.[1] ??
    entry.match(/^(\d{1,3}(?:\.\d{1,3}){3}):\d+$/)?.[1] ??
    entry;
  return isIP(bare) ? bare : undefined;
}

const isLoopbackAddress = (address: string): boolean => /^(127\.|::1$|::ffff:127\.)/i.test(address);
