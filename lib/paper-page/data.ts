import { loadCollectionsWith } from '@/lib/collections/data';
import { loadThreads } from '@/lib/comments/data';
import { findPaper, loadPaper } from '@/lib/papers/data';
import { loadWhy } from '@/lib/ranking/data';
import { getSimilar, loadSimilar } from '@/lib/search/data';
import { getChancePlace } from '@/lib/views/data';
import type { PaperPageData } from './types';

/** The order of the threads on a paper's page. */
const FIRST_SHOWN = { order: 'best' } as const;

/**
 * Returns all that a paper's page shows, or null if there is no such paper. It is one cached value:
 * Next renders, stores and reads each of them several times per page.
 */
export async function getPaperPage(slug: string): Promise<PaperPageData | null> {
  'use cache';
  const found = await findPaper(slug);
  if (!found) return null;
  const { settled } = found;
  const { id } = found.row;
  const [{ paper, upvoters }, threads, why, similar, collected] = await Promise.all([
    loadPaper(found),
    loadThreads(id, FIRST_SHOWN, 1),
    getChancePlace(id, settled).then((chance) => loadWhy(id, chance)),
    // A page that is renewed every few seconds needs a value that lives longer.
    settled ? loadSimilar(id, settled) : getSimilar(id, settled),
    loadCollectionsWith(id),
  ]);
  return { paper, upvoters, threads, why, similar, collected };
}
