import postgres from 'postgres';
import { hostUrls } from '@/lib/base/database-url';
import { createLines, Line, type Lines } from './line';

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
 * primary of several hosts, by lines whose loss ends every query. Call `close` when done with them.
 */
export function lineOptions(url: string): {
  url: string;
  options: { socket: (address: Address) => Promise<Line> };
  lines: Lines;
} {
  const [first = url, ...others] = hostUrls(url) ?? [url];
  const lines = createLines();
  const make = (address: Address) =>
    others.length === 0 ? connectTo(address) : connectToPrimary(url);
  return { url: first, options: { socket: (address) => lines.open(() => make(address)) }, lines };
}

function connectTo({ host, port, path }: Address): Line {
  const line = new Line();
  // What the driver writes meanwhile is kept, and its own timeout covers the connecting.
  if (path) line.connect(path);
  else line.connect(port[0] ?? 5432, host[0] ?? 'localhost');
  return Object.assign(line, { host: host[0] });
}

async function connectToPrimary(url: string): Promise<Line> {
  const { hostname, port } = new URL(await findPrimary(url));
  return connectTo({ host: [hostname.replace(/^\[|\]$/g, '')], port: [Number(port || 5432)] });
}
