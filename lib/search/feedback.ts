import { TUNING } from './tuning';
import type { Vector } from './vector';

/** Candidates per learned term, because many of them are common. */
const CONSIDERED = 4;

/**
 * Returns the likeliest terms of the best papers by a relevance model (RM3: Lavrenko and Croft
 * 2001; Abdul-Jaleel et al. 2004). The weights sum to 1.
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

/** Returns the terms of the best papers, weighted by their scores, likeliest first. */
export function likelyTerms(papers: { score: number; vector: Vector }[]): Map<string, number> {
  const likely = new Map<string, number>();
  for (const { score, vector } of papers) {
    for (const [term, { title, body, positions }] of vector.terms) {
      // Compounds repeat words that the text already has.
      if (positions.length === 0) continue;
      const share = ((title + body) / vector.length) * score;
      likely.set(term, (likely.get(term) ?? 0) + share);
    }
  }
  return new Map(
    [...likely].sort((a, b) => b[1] - a[1]).slice(0, CONSIDERED * TUNING.feedbackTerms),
  );
}
