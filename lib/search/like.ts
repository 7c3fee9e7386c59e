import type { Executor } from '@/db/client';
import { listIdsBySlug } from '@/db/queries/search-papers';
import type { Ranked } from './scores';
import { scoreSimilar } from './similar';

/** Papers with the most distinctive words in common whose vectors are compared. */
const COMPARED = 2_000;
/** The smallest cosine of the vectors of similar papers (docs/decisions.md). */
const FLOOR = 0.45;

/**
 * Returns the papers similar to any of these, most similar first and without these, for the
 * operator `like:`. Unknown or not yet indexed papers have none.
 */
export async function findLike(slugs: string[], on: Executor): Promise<Ranked[]> {
  const ids = await listIdsBySlug(slugs, on);
  const best = new Map<number, number>();
  for (const id of ids) {
    for (const one of await scoreSimilar(id, COMPARED, on)) {
      if (one.cosine < FLOOR || ids.includes(one.id)) continue;
      best.set(one.id, Math.max(one.score, best.get(one.id) ?? Number.NEGATIVE_INFINITY));
    }
  }
  return [...best]
    .map(([id, score]) => ({ id, score }))
    .sort((a, b) => b.score - a.score || b.id - a.id);
}
