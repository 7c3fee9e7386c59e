/**
 * Finds misspelled words by the deletions that two words have in common (Garbe's SymSpell):
 * `difusion` is `diffusion` without an f.
 */

/** FNV-1a as a signed 32-bit number, which is Postgres's integer. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  }
  return value | 0;
}

/** Words of this length may have two errors. */
const LONG = 5;

const without = (word: string): string[] =>
  Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1));

/** Length of the compared prefix, which is enough to find candidates. */
const BEGINNING = 7;

/**
 * Returns the hashes of a word's prefix and of its deletions of one letter, or two if the word is
 * long. At most 29.
 */
export function deletions(word: string): number[] {
  const beginning = word.slice(0, BEGINNING);
  const once = without(beginning);
  const twice = word.length >= LONG ? once.flatMap(without) : [];
  return [...new Set([beginning, ...once, ...twice].map(hash))];
}

/**
 * Returns the edit distance with transpositions (Damerau's distance, no letter edited twice), or a
 * number above `limit`.
 */
export function distance(a: string, b: string, limit = 2): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let [before, last] = [[] as number[], Array.from({ length: b.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let least = Math.min(
        (last[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (last[j - 1] ?? 0) + (same ? 0 : 1),
      );
      if (a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] && i > 1 && j > 1) {
        least = Math.min(least, (before[j - 2] ?? 0) + 1);
      }
      row.push(least);
    }
    [before, last] = [last, row];
  }
  return last[b.length] ?? 0;
}

export type KnownWord = { word: string; papers: number };

/** A word this rare next to one this many times as common counts as misspelled. */
const MISTAKE = { papers: 3, ratio: 1_000 };

/**
 * Returns the correction of a word that `own` papers have: the nearest candidate, the most common
 * of equally near ones; null if the word needs none, or nothing is near.
 */
export function correction(word: string, own: number, candidates: KnownWord[]): string | null {
  if (own > MISTAKE.papers) return null;
  const enough = own === 0 ? 1 : own * MISTAKE.ratio;
  const limit = word.length < LONG ? 1 : 2;
  let best: { word: string; far: number; papers: number } | null = null;
  for (const { word: known, papers } of candidates) {
    if (known === word || papers < enough) continue;
    const far = distance(word, known, limit) + (known[0] === word[0] ? 0 : 0.5);
    if (far > limit) continue;
    if (!best || far < best.far || (far === best.far && papers > best.papers)) {
      best = { word: known, far, papers };
    }
  }
  return best?.word ?? null;
}
