import type { Executor } from '@/db/client';
import { countPapers, getIndexSize, listVectors } from '@/db/queries/search';
import { Postings } from './rank';
import { rarity, Scores } from './scores';
import { readVector } from './vector';

/** The terms of a paper that tell most of what it is about. */
const TERMS = 20;
/** Terms that a larger share of papers have are not asked for. */
const COMMON = 0.1;

/** The papers that are most like one, the most similar first; none of a paper not yet indexed. */
export async function findSimilar(paperId: number, limit: number, on: Executor): Promise<number[]> {
  const [own] = await listVectors([paperId], on);
  if (!own) return [];
  const vector = readVector(own.vector);
  const [size, papers] = await Promise.all([
    getIndexSize(on),
    countPapers([...vector.terms.keys()], on),
  ]);
  const tells = [...vector.terms]
    .map(([term, { title, body }]) => {
      const count = papers.get(term) ?? 0;
      const often = 3 * title + body;
      return { term, count, weight: (often / (often + 1)) * rarity(count, size.documents) };
    })
    .filter(({ count }) => count > 1 && count <= Math.max(10, size.documents * COMMON))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, TERMS);
  const postings = new Postings(on);
  await postings.read(tells.map(({ term }) => term));
  const scores = new Scores(size.words / Math.max(1, size.documents));
  for (const { term, weight } of tells) {
    for (const piece of postings.of(term)) scores.add(piece.block, piece.postings, weight);
  }
  return scores
    .best(limit + 1)
    .map(({ id }) => id)
    .filter((id) => id !== paperId)
    .slice(0, limit);
}
