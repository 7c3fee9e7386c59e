import type { Executor } from '@/db/client';
import { IndexReader } from './index-reader';
import { cosine } from './meaning/text';
import { Postings } from './rank';
import { type Ranked, rarity, Scores } from './scores';
import { TUNING } from './tuning';
import { readVector } from './vector';

/** The number of most distinctive terms of a paper that are compared. */
const TERMS = 20;
/** Terms in a larger share of papers are ignored. */
const COMMON = 0.1;

/** A paper similar to another one; `cosine` is that of their vectors, 0 without one. */
export type Similar = Ranked & { cosine: number };

/** Returns the papers most similar to one, most similar first; none if it is not yet indexed. */
export async function findSimilar(
  paperId: number,
  limit: number,
  on: Executor,
  meaning = TUNING.similar,
): Promise<number[]> {
  const similar = await scoreSimilar(paperId, TUNING.rescored, on, meaning);
  return similar.slice(0, limit).map(({ id }) => id);
}

/**
 * Returns the `compared` papers with the most distinctive words in common, sorted by score / best
 * score + `meaning` × cosine of their vectors.
 */
export async function scoreSimilar(
  paperId: number,
  compared: number,
  on: Executor,
  meaning = TUNING.similar,
): Promise<Similar[]> {
  const index = await IndexReader.open(on);
  const own = (await index.vectors([paperId])).get(paperId);
  if (own === undefined) return [];
  const { size } = index;
  const vector = readVector(own);
  const papers = await index.papers([...vector.terms.keys()]);
  const tells = [...vector.terms]
    .map(([term, { title, body }]) => {
      const count = papers.get(term) ?? 0;
      const often = 3 * title + body;
      return { term, count, weight: (often / (often + 1)) * rarity(count, size.documents) };
    })
    .filter(({ count }) => count > 1 && count <= Math.max(10, size.documents * COMMON))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, TERMS);
  const postings = new Postings(index);
  await postings.read(tells.map(({ term }) => term));
  const scores = new Scores(size.words / Math.max(1, size.documents));
  for (const { term, weight } of tells) {
    for (const read of postings.of(term)) scores.add(read, weight);
  }
  const best = scores.best(compared + 1).filter(({ id }) => id !== paperId);
  return byMeaning(paperId, best, meaning, index);
}

async function byMeaning(
  paperId: number,
  best: Ranked[],
  share: number,
  index: IndexReader,
): Promise<Similar[]> {
  const vectors = await index.wordVectors([paperId, ...best.map(({ id }) => id)]);
  const own = vectors.get(paperId);
  const most = best[0]?.score ?? 1;
  const scored = best.map(({ id, score }) => {
    const vector = vectors.get(id);
    const near = own && vector ? cosine(own.vector, vector.vector, own.squares, vector.squares) : 0;
    return { id, cosine: near, score: score / most + share * near };
  });
  return scored.sort((a, b) => b.score - a.score || b.id - a.id);
}
