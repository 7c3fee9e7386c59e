import type { Executor } from '@/db/client';
import { listCandidates } from '@/db/queries/search';
import type { Query } from './query';
import { correction, deletions } from './spelling';
import { isSpellable, normalized } from './words';

/** Shorter words are not corrected: they have too many neighbours. */
const SHORTEST = 4;
/** Words in fewer papers may be misspelled. */
const SUSPICIOUS = 4;

/**
 * Returns the query with misspelled words corrected, or null if there are none. Phrases and
 * operators stay unchanged. `papers` returns how many papers have a word.
 */
export async function correctQuery(
  query: Query,
  papers: (word: string) => number,
  on: Executor,
): Promise<string | null> {
  const names = namesIn(query.text);
  const suspects = [...new Set(query.words)].filter(
    (word) =>
      word.length >= SHORTEST && isSpellable(word) && !names.has(word) && papers(word) < SUSPICIOUS,
  );
  const found = await Promise.all(
    suspects.map(async (word) => {
      const meant = correction(word, papers(word), await listCandidates(deletions(word), on));
      return [word, meant] as const;
    }),
  );
  const right = new Map(found.flatMap(([word, meant]) => (meant ? [[word, meant] as const] : [])));
  if (right.size === 0) return null;
  return query.text.replace(/[\p{L}\p{N}]+/gu, (word) => right.get(normalized(word)) ?? word);
}

/**
 * Up to this length, a word in capitals is an abbreviation, unless the whole query is in capitals.
 */
const ABBREVIATION = 8;

/**
 * Returns the words of a text that are names and therefore not corrected: with digits, with
 * capitals inside, or in capitals; and the other words of their chunk, as in `aPKC-zeta`.
 */
function namesIn(text: string): Set<string> {
  const shouted = text === text.toUpperCase();
  const names = new Set<string>();
  for (const chunk of text.match(/[^\s"“”„]+/gu) ?? []) {
    const words = chunk.match(/[\p{L}\p{N}]+/gu) ?? [];
    const isName = words.some(
      (word) =>
        /\p{N}/u.test(word) ||
        (/\p{Ll}/u.test(word) && /\p{Lu}/u.test(word.slice(1))) ||
        (!shouted && word === word.toUpperCase() && word.length <= ABBREVIATION),
    );
    if (isName) for (const word of words) names.add(normalized(word));
  }
  return names;
}
