import { readFileSync } from 'node:fs';
import path from 'node:path';
import { migrate as drizzleMigrate } from 'drizzle-orm/postgres-js/migrator';
import { runMigrations } from 'graphile-worker';
import type postgres from 'postgres';
import { env } from '@/lib/base/env';
import { connect } from './client';
import { isTransactionPooler } from './pooler';
import { findPrimary } from './primary';
import { runnerUrl } from './tls';

/** Arbitrary, but the same in every process. */
const LOCK = 7_270_383;
/** Milliseconds that a migration waits for a lock. */
const PATIENCE = 60_000;
/** Milliseconds of waiting before it is reported. */
const QUIET = 2_000;

type Options = {
  folder?: string;
  patience?: number;
  /** Called once if the migration waits for a lock. */
  onWaiting?: (words: string) => void;
};

/** The database cannot be migrated; the message is for the operator. */
export class MigrationRefused extends Error {}

/**
 * Migrates the database at `url` to the newest schema, including the job runner's. Serializes
 * processes that start at the same time, waiting up to a minute; idempotent. Throws
 * MigrationRefused if a later version of this program has migrated the database, because older code
 * would write data that the newer schema does not expect.
 */
export async function migrate(url: string, options: Options = {}): Promise<void> {
  const { folder = path.join(process.cwd(), 'drizzle'), patience = PATIENCE } = options;
  const { onWaiting = (words) => console.error(words) } = options;
  if (await isTransactionPooler(url)) throw new MigrationRefused(POOLER);
  const { sql, db } = connect(url);
  try {
    await sql.unsafe(`set lock_timeout = ${patience}`);
    const [own] = await sql`select pg_backend_pid() pid`;
    const stopWatching = watch(url, own?.pid, onWaiting);
    try {
      await sql`select pg_advisory_lock(${LOCK})`;
      await refuseNewer(sql, folder);
      await drizzleMigrate(db, { migrationsFolder: folder });
      await sign(sql, folder);
    } catch (error) {
      throw isLockTimeout(error) ? new MigrationRefused(lateWords(patience)) : error;
    } finally {
      await stopWatching();
    }
    await runMigrations({ connectionString: runnerUrl(await findPrimary(url)), logger: undefined });
    await setRoleTimeout(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

const POOLER =
  'The address of the database leads to a pooler in transaction mode, which can neither migrate nor ' +
  'listen nor hold locks. Leave it in DATABASE_URL, and set DATABASE_DIRECT_URL to the address of ' +
  'the server itself.';

/**
 * With a pooler, gives the role the statement timeout that its connections cannot ask for;
 * connections to the server itself ask for their own.
 */
async function setRoleTimeout(sql: postgres.Sql): Promise<void> {
  const { DATABASE_DIRECT_URL, DATABASE_STATEMENT_TIMEOUT } = env();
  if (!DATABASE_DIRECT_URL) return;
  await sql.unsafe(`do $$ begin
    execute format('alter role %I in database %I set statement_timeout = %L',
      current_user, current_database(), '${DATABASE_STATEMENT_TIMEOUT}');
  end $$`);
}

const lateWords = (patience: number) =>
  `The migration waited ${Math.round(patience / 1000)} seconds for a lock and gave up; nothing ` +
  'was changed. End what holds the lock, and start again.';

function isLockTimeout(error: unknown): boolean {
  for (let e = error; e instanceof Error; e = e.cause) {
    if ((e as { code?: unknown }).code === '55P03') return true;
  }
  return false;
}

type Signature = { version: string; migration: string };

/** Returns this program's version, and the last migration it knows with its time. */
function known(folder: string): Signature & { when: number } {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  const journal: { entries: { tag: string; when: number }[] } = JSON.parse(
    readFileSync(path.join(folder, 'meta', '_journal.json'), 'utf8'),
  );
  const last = journal.entries.at(-1);
  return { version, migration: last?.tag ?? '', when: last?.when ?? 0 };
}

async function refuseNewer(sql: postgres.Sql, folder: string): Promise<void> {
  const [table] = await sql`select to_regclass('drizzle.__drizzle_migrations') is not null there`;
  if (!table?.there) return;
  const [applied] = await sql`select max(created_at) at from drizzle.__drizzle_migrations`;
  const { version, migration, when } = known(folder);
  if (Number(applied?.at ?? 0) <= when) return;
  const [schema] = await sql`
    select obj_description(to_regnamespace('drizzle')::oid, 'pg_namespace') words`;
  const by = readSignature(schema?.words);
  const needed = by
    ? `version ${by.version} with the migration ${by.migration}`
    : 'the version that migrated it';
  throw new MigrationRefused(
    `The database was migrated by a later version of Papertide. It needs ${needed}, or a later ` +
      `one; this is version ${version} with the migration ${migration}.`,
  );
}

/** Records in the database which version migrated it, for older versions to report. */
async function sign(sql: postgres.Sql, folder: string): Promise<void> {
  const { version, migration } = known(folder);
  const words = JSON.stringify({ version, migration });
  await sql.unsafe(`comment on schema drizzle is '${words.replaceAll("'", "''")}'`);
}

function readSignature(words: unknown): Signature | null {
  try {
    const { version, migration } = JSON.parse(String(words));
    return typeof version === 'string' && typeof migration === 'string'
      ? { version, migration }
      : null;
  } catch {
    return null;
  }
}

/**
 * Reports once if connection `pid` waits for a lock, and who holds it. Returns a function that
 * stops.
 */
function watch(url: string, pid: number, onWaiting: (words: string) => void): () => Promise<void> {
  const { sql } = connect(url, { statementTimeout: 4_000 });
  let waiting = 0;
  const look = async () => {
    const holders = await sql`
      select distinct pid, application_name program, date_trunc('second', now() - xact_start)::text since
      from pg_stat_activity where pid = any(pg_blocking_pids(${pid})) order by pid`;
    waiting = holders.length > 0 ? waiting + 1 : 0;
    if (waiting !== 2) return;
    const named = holders.map(
      (one) => `process ${one.pid} (${one.program || 'unnamed'}, for ${one.since ?? 'a while'})`,
    );
    onWaiting(`The migration waits for a lock of the database held by ${named.join(', ')}.`);
  };
  const timer = setInterval(() => look().catch(() => {}), QUIET / 2);
  return async () => {
    clearInterval(timer);
    await sql.end({ timeout: 1 });
  };
}
