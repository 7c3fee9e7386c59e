import type { Vector } from './vector';

/** Papers that are taken to be right, and terms that are learned from them. */
export const FEEDBACK = { papers: 10, terms: 20, weight: 0.4 };

/**
 * What the best papers talk about: the terms that a relevance model of them finds most likely
 * (RM3: Lavrenko and Croft 2001; Abdul-Jaleel et al. 2004). The weights add up to 1; terms that
 * more than a tenth of all papers have tell nothing and are costly to read.
 */
export function relevanceModel(
  papers: { score: number; vector: Vector }[],
  tells: (term: string) => boolean,
  limit = FEEDBACK.terms,
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
