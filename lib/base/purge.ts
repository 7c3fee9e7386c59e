import type { Executor } from '@/db/client';
import { enqueue } from './enqueue';
import { env } from './env';

/**
 * Has the caches in front of the site purged of pages with these tags, if and when the transaction
 * commits. Everything that removes public content calls it; other changes may show some seconds
 * later there.
 */
export async function purgeCaches(tx: Executor, tags: string[]): Promise<void> {
  if (env().PURGE_URLS && tags.length > 0) await enqueue(tx, 'purge_caches', { tags });
}
