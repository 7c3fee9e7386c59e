import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { directDatabaseUrl, env } from '@/lib/base/env';
import { errorCode } from '@/lib/base/errors';
import { settleAnnounced } from '@/lib/base/remembered';
import { bounding } from './bounded';
import { preparing } from './prepared';
import { lineOptions } from './primary';
import { readScope } from './read-scope';
import * as schema from './schema';

export type Database = PostgresJsDatabase<typeof schema>;
export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0];
/**
 * The connection for a query. Inside a transaction always the transaction, or the pool can
 * deadlock.
 */
export type Executor = Database | Transaction;

export type Client = { sql: postgres.Sql; db: Database };

// A hot reload evaluates this module again; the pool must survive it.
const store = globalThis as typeof globalThis & {
  papertideClient?: Client;
  papertideLine?: Client;
};

/** Opens a separate client for scripts and long work; `statementTimeout` in ms, 0 for none. */
export function connect(
  url: string,
  options: {
    max?: number;
    /** `role` behind a pooler: that of the role, since poolers refuse it at the start. */
    statementTimeout?: number | 'role';
    prepare?: boolean;
    /** Most milliseconds that the client waits for a connection or an answer; see `bounding`. */
    patience?: number;
    onLost?: () => void;
    /** Keeps idle connections; `onLost` does too, since the end of one would look like a loss. */
    lasting?: boolean;
    onNotice?: (notice: postgres.Notice) => void;
  } = {},
): Client {
  const { url: host, options: own, lines } = lineOptions(url);
  const { statementTimeout = 0, prepare = true } = options;
  const driver = postgres(host, {
    ...own,
    max: options.max ?? 1,
    prepare,
    connect_timeout: 4,
    ...(options.onLost || options.lasting ? { max_lifetime: null } : { idle_timeout: 60 }),
    onnotice: options.onNotice ?? (() => {}),
    onclose: options.onLost,
    connection: {
      application_name: 'papertide',
      TimeZone: 'UTC',
      ...(statementTimeout !== 'role' && { statement_timeout: statementTimeout }),
    },
  });
  const { end } = driver;
  // After a loss the driver waits forever for queries that have ended, unless it has a timeout.
  driver.end = async ({ timeout = 5 } = {}) => {
    await end({ timeout });
    lines.close();
  };
  // A pooler gives the server to another client once it has answered, also when the next query was
  // sent already: that one then gets no answer, or the other client gets it.
  const pipelining = statementTimeout !== 'role';
  const sql = bounding(driver, { limit: options.patience, cut: lines.cut, pipelining });
  return { sql, db: drizzle(preparing(sql), { schema }) };
}

function client(): Client {
  store.papertideClient ??= openPool();
  return store.papertideClient;
}

/** Milliseconds that an answer may take beyond the server's own limit of a statement. */
const GRACE = 6_000;

function openPool(max = env().DATABASE_POOL): Client {
  const { DATABASE_URL, DATABASE_STATEMENT_TIMEOUT } = env();
  const { DATABASE_DIRECT_URL, DATABASE_PREPARE } = env();
  if (!DATABASE_URL) throw new Error('DATABASE_URL is not set: start the site with npm start');
  return connect(DATABASE_URL, {
    max,
    lasting: true,
    statementTimeout: DATABASE_DIRECT_URL ? 'role' : DATABASE_STATEMENT_TIMEOUT,
    prepare: DATABASE_PREPARE ?? !DATABASE_DIRECT_URL,
    patience: DATABASE_STATEMENT_TIMEOUT + GRACE,
  });
}

/** Lets the next query open a new pool; the old one gets two seconds to finish its work. */
function retire(pool: Client): void {
  if (store.papertideClient !== pool) return;
  store.papertideClient = undefined;
  void pool.sql.end({ timeout: 2 }).catch(() => {});
}

/** Makes `db()` use this client instead of the pool; for benchmarks. */
export function setClient(own: Client): void {
  store.papertideClient = own;
}

/** The database for queries: the primary, or a replica for the reads of `onReplica`. */
export const db = (): Database => readScope.getStore()?.db ?? client().db;
export const rawSql = (): postgres.Sql => client().sql;

/**
 * One connection beside the pool. The driver writes all that is asked of it within a turn of the
 * event loop in one packet, where a pool takes a connection and a packet for each statement.
 */
export function pipeline(): Database {
  store.papertideLine ??= openPool(1);
  return store.papertideLine.db;
}

/** Closes the pool; running queries get five seconds to finish. */
export async function closeDatabase(): Promise<void> {
  const all = [store.papertideClient, store.papertideLine];
  store.papertideClient = store.papertideLine = undefined;
  await Promise.all(all.map((one) => one?.sql.end({ timeout: 5 })));
}

/** Runs long work on a separate connection without a statement timeout. */
export async function alone<T>(work: (own: Database) => Promise<T>): Promise<T> {
  const url = directDatabaseUrl();
  if (!url) throw new Error('DATABASE_URL is not set: start the site with npm start');
  const own = connect(url);
  try {
    return await work(own.db);
  } finally {
    await own.sql.end({ timeout: 5 });
  }
}

/** Runs reads against one snapshot of the database, however long they take. */
export const snapshot = <T>(on: Database, work: (tx: Transaction) => Promise<T>): Promise<T> =>
  on.transaction(work, { isolationLevel: 'repeatable read', accessMode: 'read only' });

const RETRIED = new Set(['40001', '40P01']);
const ATTEMPTS = 5;

/**
 * Runs `work` in a transaction. Retries it as a whole after a deadlock or serialization failure, up
 * to five attempts, so it must have no side effects outside of the database.
 */
export async function transaction<T>(
  work: (tx: Transaction) => Promise<T>,
  on: Database = client().db,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      let committed: Transaction | undefined;
      const result = await on.transaction((tx) => {
        committed = tx;
        return work(tx);
      });
      settleAnnounced(committed);
      return result;
    } catch (error) {
      // The server became a standby without closing its connections.
      if (errorCode(error) === '25006' && store.papertideClient) retire(store.papertideClient);
      if (attempt === ATTEMPTS || !RETRIED.has(errorCode(error) ?? '')) throw error;
      await new Promise((wake) => setTimeout(wake, Math.random() * 20 * 2 ** attempt));
    }
  }
}
