import { connect, transaction } from '@/db/client';
import { createRebuild, lockRebuild, replaceIndex } from '@/db/queries/search-rebuild';
import { indexAll } from './service';

type Options = { signal?: AbortSignal; onStep?: (papers: number) => void };

/**
 * Builds the search index again beside the one that serves, which it then replaces in one
 * transaction: no search finds less meanwhile. Returns how many papers it has; null while another
 * rebuild runs, and when it is aborted, which leaves the index as it was.
 */
export async function rebuildIndex(url: string, options: Options = {}): Promise<number | null> {
  // One connection for as long as it takes: the new index is in its temporary tables.
  const { db, sql } = connect(url, { max: 1, lasting: true });
  try {
    if (!(await lockRebuild(db))) return null;
    await transaction(createRebuild, db);
    const papers = await indexAll(db, options);
    if (options.signal?.aborted) return null;
    await transaction(replaceIndex, db);
    return papers;
  } finally {
    await sql.end({ timeout: 5 });
  }
}
