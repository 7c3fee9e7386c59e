import { db, type Executor } from '@/db/client';
import { listStems } from '@/db/queries/search';

/** Words whose stems are kept; longer words than this are asked for each time. */
const MOST = 100_000;
const LONGEST = 40;

/** Stems depend on the word alone, and a page of results has thousands of words. */
const known = new Map<string, string[]>();

/** Returns the stems of each word; a stop word has none. */
export async function stemsByWord(
  words: Iterable<string>,
  on: Executor = db(),
): Promise<ReadonlyMap<string, string[]>> {
  const found = new Map<string, string[]>();
  const unknown: string[] = [];
  for (const word of new Set(words)) {
    const stems = known.get(word);
    if (stems) found.set(word, stems);
    else unknown.push(word);
  }
  if (unknown.length === 0) return found;
  const asked = await listStems(unknown, on);
  if (known.size + asked.length > MOST) known.clear();
  for (const [word, stems] of asked) {
    found.set(word, stems);
    if (word.length <= LONGEST) known.set(word, stems);
  }
  return found;
}

/** Returns the words that have one of these stems, to be marked. */
export async function keepWithStems(
  words: string[],
  stems: string[],
  on: Executor = db(),
): Promise<string[]> {
  if (words.length === 0 || stems.length === 0) return [];
  const wanted = new Set(stems);
  const of = await stemsByWord(words, on);
  return words.filter((word) => of.get(word)?.some((stem) => wanted.has(stem)));
}
