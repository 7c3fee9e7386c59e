import path from 'node:path';
import { migrate as drizzleMigrate } from 'drizzle-orm/postgres-js/migrator';
import { runMigrations } from 'graphile-worker';
import { connect } from './client';

/** Any number will do, as long as every process takes the same one. */
const LOCK = 7_270_383;

/**
 * Brings the database at `url` to the newest schema, the job runner's included. Processes that
 * start at the same time wait for each other; a second run changes nothing.
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
