import type { Executor } from '@/db/client';
import { enqueue } from './enqueue';

/**
 * Has the caches in front of the site purged of pages with these tags, if and when the transaction
 * commits. Everything that removes public content calls it; other changes may show some seconds
 * later there. Whether there are caches is known to the process that runs the job: a command may have
 * been started without the settings of the site.
 */
export async function purgeCaches(tx: Executor, tags: string[]): Promise<void> {
  if (tags.length > 0) await enqueue(tx, 'purge_caches', { tags });
}
