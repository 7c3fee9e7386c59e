import type { PaperSet } from './paper-set';

/**
 * The results of a search: papers with all of its words, and papers with some. The count, pages,
 * feeds, exports and the API all use these two sets.
 */
export type Tiers = { all: PaperSet; some: PaperSet };

/**
 * Sorts papers by whether they are in all of the words' sets or in some, limited to `within` unless
 * it is null.
 */
export function intoTiers(words: PaperSet[], within: PaperSet | null): Tiers {
  const sets = within ? words.map((word) => word.and(within)) : words;
  const all = sets.reduce((both, word) => both.and(word));
  return { all, some: sets.reduce((either, word) => either.or(word)).without(all) };
}
