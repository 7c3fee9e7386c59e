import type { Executor } from '@/db/client';
import { listWordVectors } from '@/db/queries/search-vectors';
import { TUNING } from '../tuning';
import { addUnit, tokensOf } from './text';
import { DIMENSIONS, wordVectors } from './words';

/** Papers that say what a word means which has no vector: the first of those that have it. */
const TELLING = 100;

/** What the index knows of a word. */
export type Known = { papers: number; weight: number; ids: () => number[] };

/**
 * What a query means: its words' vectors, weighed by how rare they are. A word without a vector
 * that two papers or more have means what these papers are about. Null where no word says anything.
 */
export async function queryVector(
  text: string,
  known: (word: string) => Known | null,
  on: Executor,
): Promise<Float32Array | null> {
  const vectors = wordVectors();
  const sum = new Float32Array(DIMENSIONS);
  let says = false;
  for (const token of tokensOf(text)) {
    const word = known(token.replaceAll('-', ''));
    if (!word) continue;
    const weight = token.includes('-') ? word.weight * TUNING.whole : word.weight;
    if (vectors.addTo(sum, token, weight)) says = true;
    else if (word.papers > 1 && !token.includes('-')) {
      const papers = await listWordVectors(word.ids().slice(0, TELLING), on);
      for (const { vector } of papers) addUnit(sum, vector, word.weight / papers.length);
      says ||= papers.length > 0;
    }
  }
  return says ? sum : null;
}
