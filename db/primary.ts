import net from 'node:net';
import postgres from 'postgres';
import { hostUrls } from '@/lib/base/database-url';

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
  const sql = postgres(url, {
    max: 1,
    connect_timeout: PATIENCE,
    fetch_types: false,
    prepare: false,
    onnotice: () => {},
    connection: { application_name: 'papertide' },
  });
  try {
    const [row] = await sql`
      select pg_is_in_recovery() or current_setting('transaction_read_only')::boolean as "readOnly"`;
    if (!row?.readOnly) return url;
    throw Object.assign(new Error('the database is read-only'), { code: READ_ONLY });
  } finally {
    await sql.end({ timeout: 1 }).catch(() => {});
  }
}

/** Returns options of the driver that connect to the primary of an address with several hosts. */
export function primaryOptions(url: string): { url: string; options: object } {
  const [first, ...others] = hostUrls(url) ?? [url];
  if (!first || others.length === 0) return { url, options: {} };
  return { url: first, options: { socket: () => connectToPrimary(url) } };
}

async function connectToPrimary(url: string): Promise<net.Socket> {
  const { hostname, port } = new URL(await findPrimary(url));
  const host = hostname.replace(/^\[|\]$/g, '');
  const socket = net.connect(Number(port || 5432), host);
  await new Promise<void>((done, fail) => socket.once('connect', done).once('error', fail));
  socket.removeAllListeners('error');
  // The driver checks certificates against it.
  return Object.assign(socket, { host });
}
