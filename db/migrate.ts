import path from 'node:path';
import { migrate as drizzleMigrate } from 'drizzle-orm/postgres-js/migrator';
import { runMigrations } from 'graphile-worker';
import { connect } from './client';

/** Arbitrary, but the same in every process. */
const LOCK = 7_270_383;

/**
 * Migrates the database at `url` to the newest schema, including the job runner's. Serializes
 * processes that start at the same time; idempotent.
 */
export async function migrate(url: string): Promise<void> {
  const { sql, db } = connect(url);
  try {
    await sql`select pg_advisory_lock(${LOCK})`;
    await drizzleMigrate(db, { migrationsFolder: path.join(process.cwd(), 'drizzle') });
    await runMigrations({ connectionString: url, logger: undefined });
  } finally {
    await sql.end({ timeout: 5 });
  }
}
