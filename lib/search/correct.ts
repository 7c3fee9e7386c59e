import type { Executor } from '@/db/client';
import { listCandidates } from '@/db/queries/search';
import type { Query } from './query';
import { correction, deletions } from './spelling';
import { isSpellable, normalized } from './words';

/** Shorter words are left alone: too much is near them. */
const SHORTEST = 4;
/** Words that fewer papers have may be mistakes. */
const SUSPICIOUS = 4;

/**
 * The query with its misspelled words put right, or null when none is. Phrases and operators stay
 * as they are. `papers` says how many papers have a word.
 */
export async function correctQuery(
  query: Query,
  papers: (word: string) => number,
  on: Executor,
): Promise<string | null> {
  const suspects = [...new Set(query.words)].filter(
    (word) => word.length >= SHORTEST && isSpellable(word) && papers(word) < SUSPICIOUS,
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
