import net from 'node:net';
import postgres from 'postgres';
import { hostUrls } from '@/lib/base/database-url';
import { createLines, type Lines } from './line';
import { connectSecurely, type Security, securityOf } from './tls';

/** Milliseconds for which a primary that was found is taken for granted by new connections. */
const KNOWN = 1_000;
/** Seconds that a host may take to answer. */
const PATIENCE = 3;

const searches = new Map<string, { at: number; found: Promise<string> }>();

/**
 * Returns the address of the host that takes writes, of an address with several; one with a single
 * host is returned as it is. Throws the error of a host if none of them takes writes.
 */
export function findPrimary(url: string): Promise<string> {
  const urls = hostUrls(url) ?? [];
  if (urls.length < 2) return Promise.resolve(url);
  const known = searches.get(url);
  if (known && performance.now() - known.at < KNOWN) return known.found;
  const found = search(urls);
  searches.set(url, { at: performance.now(), found });
  // The next connection looks again at once.
  found.catch(() => searches.delete(url));
  return found;
}

/** Asks all hosts at once; the first that takes writes is it. */
async function search(urls: string[]): Promise<string> {
  try {
    return await Promise.any(urls.map(requireWritable));
  } catch (error) {
    const errors: unknown[] = error instanceof AggregateError ? error.errors : [error];
    // A standby says more than a host that is away.
    throw errors.find((one) => (one as { code?: string }).code === READ_ONLY) ?? errors[0];
  }
}

const READ_ONLY = '25006';

async function requireWritable(url: string): Promise<string> {
  const { url: host, options, lines } = lineOptions(url);
  const sql = postgres(host, {
    ...options,
    max: 1,
    connect_timeout: PATIENCE,
    fetch_types: false,
    prepare: false,
    onnotice: () => {},
    connection: { application_name: 'papertide' },
  });
  // A frozen server also takes connections, which the kernel does for it.
  const late = setTimeout(lines.cut, PATIENCE * 1_000);
  try {
    const [row] = await sql`
      select pg_is_in_recovery() or current_setting('transaction_read_only')::boolean as "readOnly"`;
    if (!row?.readOnly) return url;
    throw Object.assign(new Error('the database is read-only'), { code: READ_ONLY });
  } finally {
    clearTimeout(late);
    void sql
      .end({ timeout: 1 })
      .catch(() => {})
      .then(lines.close);
  }
}

/** What the driver tells of its address. */
type Address = { host: string[]; port: number[]; path?: string | false };

/**
 * Returns the first host of an address and options of the driver that connect to it, or to the
 * primary of several hosts, by lines whose loss ends every query, and which are encrypted as the
 * address asks. Call `close` when done with them.
 */
export function lineOptions(url: string): {
  url: string;
  options: { ssl: false; socket: (address: Address) => Promise<net.Socket> };
  lines: Lines;
} {
  const [first = url, ...others] = hostUrls(url) ?? [url];
  const { plain, ...security } = securityOf(first);
  const lines = createLines();
  const make = async ({ host, port, path }: Address) => {
    if (others.length === 0 && path) return connectTo({ path }, security);
    const [name = 'localhost', at = 5432] =
      others.length === 0 ? [host[0], port[0]] : await primaryOf(url);
    return connectTo({ host: name, port: at }, security);
  };
  const socket = (address: Address) => lines.open(() => make(address));
  return { url: plain, options: { ssl: false, socket }, lines };
}

async function primaryOf(url: string): Promise<[string, number]> {
  const { hostname, port } = new URL(await findPrimary(url));
  return [hostname.replace(/^\[|\]$/g, ''), Number(port || 5432)];
}

/** Without encryption, what the driver writes until it is connected is kept. */
function connectTo(
  to: { host: string; port: number } | { path: string },
  security: Security,
): net.Socket | Promise<net.Socket> {
  return security.options ? connectSecurely(to, security) : net.connect(to);
}
