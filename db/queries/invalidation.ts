import { sql } from 'drizzle-orm';
import type { Executor } from '../client';

export const INVALIDATION_CHANNEL = 'papertide_invalidate';

/** Tells every instance, when and only if the transaction commits, that these tags are out of date. */
export async function publishInvalidation(on: Executor, tags: string[]): Promise<void> {
  await on.execute(sql`select pg_notify(${INVALIDATION_CHANNEL}, ${JSON.stringify(tags)})`);
}
