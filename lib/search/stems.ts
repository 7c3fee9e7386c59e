import { db, type Executor } from '@/db/client';
import { listStems } from '@/db/queries/search';

/** Words whose stems are kept; longer words than this are asked for each time. */
const MOST = 100_000;
const LONGEST = 40;

/** Stems depend on the word alone, and a page of results has thousands of words. */
const known = new Map<string, string[]>();

/** Returns the words that have one of these stems, to be marked. */
export async function keepWithStems(
  words: string[],
  stems: string[],
  on: Executor = db(),
): Promise<string[]> {
  if (words.length === 0 || stems.length === 0) return [];
  const wanted = new Set(stems);
  const unknown = words.filter((word) => !known.has(word));
  const asked = new Map(unknown.length > 0 ? await listStems(unknown, on) : []);
  const kept = words.filter((word) =>
    (asked.get(word) ?? known.get(word) ?? []).some((stem) => wanted.has(stem)),
  );
  if (known.size + asked.size > MOST) known.clear();
  for (const [word, of] of asked) if (word.length <= LONGEST) known.set(word, of);
  return kept;
}
