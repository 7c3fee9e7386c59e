import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { env } from '@/lib/base/env';
import { errorCode } from '@/lib/base/errors';
import { settleAnnounced } from '@/lib/base/remembered';
import * as schema from './schema';

export type Database = PostgresJsDatabase<typeof schema>;
export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0];
/** What a query runs on: inside a transaction always the transaction, or the pool can lock up. */
export type Executor = Database | Transaction;

type Client = { sql: postgres.Sql; db: Database };

// A hot reload evaluates this module again: the pool must outlive it.
const store = globalThis as typeof globalThis & { papertideClient?: Client };

/** A client of its own for scripts and long work; `statementTimeout` in ms, 0 for none. */
export function connect(
  url: string,
  options: {
    max?: number;
    statementTimeout?: number;
    onLost?: () => void;
    onNotice?: (notice: postgres.Notice) => void;
  } = {},
): Client {
  const sql = postgres(url, {
    max: options.max ?? 1,
    connect_timeout: 4,
    // Who wants to know of lost connections is not to be told of idle ones.
    ...(options.onLost ? { max_lifetime: null } : { idle_timeout: 60 }),
    onnotice: options.onNotice ?? (() => {}),
    onclose: options.onLost,
    connection: {
      application_name: 'papertide',
      TimeZone: 'UTC',
      statement_timeout: options.statementTimeout ?? 0,
    },
  });
  return { sql, db: drizzle(sql, { schema }) };
}

function client(): Client {
  store.papertideClient ??= openPool();
  return store.papertideClient;
}

function openPool(): Client {
  const { DATABASE_URL, DATABASE_POOL, DATABASE_STATEMENT_TIMEOUT } = env();
  if (!DATABASE_URL) throw new Error('DATABASE_URL is not set: start the site with npm start');
  const pool = connect(DATABASE_URL, {
    max: DATABASE_POOL,
    statementTimeout: DATABASE_STATEMENT_TIMEOUT,
    onLost: () => retire(pool),
  });
  return pool;
}

/**
 * A connection that is lost in the middle of a transaction can leave its place in the driver's
 * pool unusable for good (postgres 3.4.9 goes on writing to it). So the next query opens a new
 * pool, and the one that lost a connection has two seconds to finish what it can.
 */
function retire(pool: Client): void {
  if (store.papertideClient !== pool) return;
  store.papertideClient = undefined;
  void pool.sql.end({ timeout: 2 }).catch(() => {});
}

/** Has `db()` use this client instead of the pool; for measurements. */
export function setClient(own: Client): void {
  store.papertideClient = own;
}

export const db = (): Database => client().db;
export const rawSql = (): postgres.Sql => client().sql;

/** Ends the pool; what is under way may finish within the five seconds. */
export async function closeDatabase(): Promise<void> {
  await store.papertideClient?.sql.end({ timeout: 5 });
  store.papertideClient = undefined;
}

/** Runs work of minutes on a connection of its own, without the limit that statements have elsewhere. */
export async function alone<T>(work: (own: Database) => Promise<T>): Promise<T> {
  const { DATABASE_URL } = env();
  if (!DATABASE_URL) throw new Error('DATABASE_URL is not set: start the site with npm start');
  const own = connect(DATABASE_URL);
  try {
    return await work(own.db);
  } finally {
    await own.sql.end({ timeout: 5 });
  }
}

/** Reads the database as it is at one moment, however long that takes. */
export const snapshot = <T>(on: Database, work: (tx: Transaction) => Promise<T>): Promise<T> =>
  on.transaction(work, { isolationLevel: 'repeatable read', accessMode: 'read only' });

const RETRIED = new Set(['40001', '40P01']);
const ATTEMPTS = 5;

/**
 * Runs `work` in a transaction; a deadlock or a serialization failure repeats it whole, at most
 * five times in all, so it must have no effects outside the database.
 */
export async function transaction<T>(
  work: (tx: Transaction) => Promise<T>,
  on: Database = db(),
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
      if (attempt === ATTEMPTS || !RETRIED.has(errorCode(error) ?? '')) throw error;
      await new Promise((wake) => setTimeout(wake, Math.random() * 20 * 2 ** attempt));
    }
  }
}
