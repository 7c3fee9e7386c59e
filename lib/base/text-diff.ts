import { diffWordsWithSpace } from 'diff';

export type Piece = { text: string; change: 'same' | 'added' | 'removed' };

/** Edits after which a comparison stops; the longest comments take a moment. */
const MOST_EDITS = 4_000;

/**
 * Returns what changed from one text to the next, word by word (Myers, "An O(ND) Difference
 * Algorithm and Its Variations", 1986, by jsdiff). Texts with nothing in common are one removal and
 * one addition.
 */
export function differences(before: string, after: string): Piece[] {
  const parts = diffWordsWithSpace(before, after, { maxEditLength: MOST_EDITS });
  if (!parts) {
    return [
      { text: before, change: 'removed' },
      { text: after, change: 'added' },
    ];
  }
  return parts.map(({ value, added, removed }) => ({
    text: value,
    change: added ? 'added' : removed ? 'removed' : 'same',
  }));
}
