import { sql } from 'drizzle-orm';
import { AppError } from '@/lib/base/errors';
import { db } from '../client';

/** Throws if the database does not answer, or takes no writes. */
export async function ping(): Promise<void> {
  const [row] = await db().execute<{ readOnly: boolean }>(sql`
    select pg_is_in_recovery() or current_setting('transaction_read_only')::boolean as "readOnly"`);
  if (row?.readOnly) throw new AppError('unavailable', { message: 'the database is read-only' });
}
