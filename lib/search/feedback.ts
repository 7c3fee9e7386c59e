import { TUNING } from './tuning';
import type { Vector } from './vector';

/**
 * What the best papers talk about: the terms that a relevance model of them finds most likely
 * (RM3: Lavrenko and Croft 2001; Abdul-Jaleel et al. 2004). The weights add up to 1.
 */
export function relevanceModel(
  papers: { score: number; vector: Vector }[],
  tells: (term: string) => boolean,
  limit = TUNING.feedbackTerms,
): Map<string, number> {
  const likely = new Map<string, number>();
  for (const { score, vector } of papers) {
    for (const [term, { title, body }] of vector.terms) {
      const share = ((title + body) / vector.length) * score;
      likely.set(term, (likely.get(term) ?? 0) + share);
    }
  }
  const best = [...likely]
    .filter(([term]) => tells(term))
    .sort((a, b) => b[1] - a[1])
    .slice(0, limit);
  const sum = best.reduce((total, [, share]) => total + share, 0);
  return new Map(best.map(([term, share]) => [term, share / sum]));
}
