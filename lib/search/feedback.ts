import { TUNING } from './tuning';
import type { Vector } from './vector';

/** Terms that are counted for each one that is learned: the others turn out to be common. */
const CONSIDERED = 4;

/**
 * What the best papers talk about: the terms that a relevance model of them finds most likely
 * (RM3: Lavrenko and Croft 2001; Abdul-Jaleel et al. 2004). The weights add up to 1.
 */
export function relevanceModel(
  likely: Map<string, number>,
  tells: (term: string) => boolean,
  limit = TUNING.feedbackTerms,
): Map<string, number> {
  const best = [...likely].filter(([term]) => tells(term)).slice(0, limit);
  const sum = best.reduce((total, [, share]) => total + share, 0);
  return new Map(best.map(([term, share]) => [term, share / sum]));
}

/** The terms that the best papers use most, by their scores, the most likely ones first. */
export function likelyTerms(papers: { score: number; vector: Vector }[]): Map<string, number> {
  const likely = new Map<string, number>();
  for (const { score, vector } of papers) {
    for (const [term, { title, body, positions }] of vector.terms) {
      // Compounds repeat what the text says already.
      if (positions.length === 0) continue;
      const share = ((title + body) / vector.length) * score;
      likely.set(term, (likely.get(term) ?? 0) + share);
    }
  }
  return new Map(
    [...likely].sort((a, b) => b[1] - a[1]).slice(0, CONSIDERED * TUNING.feedbackTerms),
  );
}
