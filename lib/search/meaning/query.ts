import type { IndexReader } from '../index-reader';
import { TUNING } from '../tuning';
import { addUnit, tokensOf } from './text';
import { DIMENSIONS, wordVectors } from './words';

/** Papers whose vectors replace that of an unknown word: the first ones with the word. */
const TELLING = 100;

/** Statistics of a word in the index. */
export type Known = { papers: number; weight: number; ids: (limit: number) => number[] };

/**
 * Returns the vector of a query: the sum of its words' vectors, weighted by rarity. A word without
 * a vector gets the mean of the papers that have it, if at least two do. Null if no word has a
 * vector.
 */
export async function queryVector(
  text: string,
  known: (word: string) => Known | null,
  index: IndexReader,
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
      const papers = await index.wordVectors(word.ids(TELLING));
      for (const { vector } of papers.values()) addUnit(sum, vector, word.weight / papers.size);
      says ||= papers.size > 0;
    }
  }
  return says ? sum : null;
}
