import { PaperSet } from './paper-set';
import { BLOCK } from './postings';

/**
 * The results of a search: papers with all of its words, and papers with some. The count, pages,
 * feeds, exports and the API all use these two sets.
 */
export type Tiers = { all: PaperSet; some: PaperSet };

/**
 * Sorts papers by how many of the words' sets contain them, limited to `within` unless it is null.
 */
export function intoTiers(words: PaperSet[], within: PaperSet | null): Tiers {
  const had = new Map<number, Uint8Array>();
  for (const word of words) {
    for (const [block, papers] of word.blocks) {
      if (within && !within.blocks.has(block)) continue;
      const counts = had.get(block) ?? new Uint8Array(BLOCK);
      had.set(block, counts);
      for (let at = 0; at < BLOCK; at++) {
        counts[at] = (counts[at] as number) + (papers[at] as number);
      }
    }
  }
  const tiers: Tiers = { all: new PaperSet(), some: new PaperSet() };
  for (const [block, counts] of had) {
    const allowed = within?.blocks.get(block);
    const [all, some] = [tiers.all.block(block), tiers.some.block(block)];
    for (let at = 0; at < BLOCK; at++) {
      const count = counts[at] as number;
      if (count === 0 || (allowed && !allowed[at])) continue;
      if (count === words.length) all[at] = 1;
      else some[at] = 1;
    }
  }
  return tiers;
}
