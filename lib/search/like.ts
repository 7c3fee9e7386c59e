import type { Executor } from '@/db/client';
import { listIdsBySlug } from '@/db/queries/search-papers';
import type { Ranked } from './scores';
import { scoreSimilar } from './similar';

/** Papers with the most telling words in common that are compared by what they mean. */
const COMPARED = 2_000;
/** The least cosine of two papers' vectors for one to be like the other (docs/decisions.md). */
const FLOOR = 0.45;

/**
 * The papers that are like one of these, the most similar first and without these themselves:
 * what `like:` in a query means. None for papers that are not here or not yet indexed.
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
