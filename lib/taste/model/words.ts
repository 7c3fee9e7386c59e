import { foldLetters } from '@/lib/base/fold-letters';
import { plainText } from '@/lib/markup/plain';
import { wordVectors } from '@/lib/search/meaning/words';

/** A word or two adjacent words of a paper: count, rarity, and original spelling. */
export type Term = { count: number; rarity: number; shown: string };

const WORD = /[\p{L}\p{N}]+(?:[-.][\p{L}\p{N}]+)*\+*/gu;
/** Weight of a title word, in words of the abstract. */
const TITLE = 3;
/** Longer tokens are addresses or formulas. */
const LONGEST = 40;
/** The most frequent words of papers (data/word-vectors), which are not distinctive. */
const STOP = 220;
/** Rarity of a word without a vector. */
const MOST_RARE = Math.log(80_483);

const rarities = new Map<string, number>();
const MOST_REMEMBERED = 50_000;

/**
 * Returns the logarithm of a word's frequency rank: by Zipf's law equivalent to idf, and the same
 * on every site.
 */
function rarityOf(word: string): number {
  const known = rarities.get(word);
  if (known !== undefined) return known;
  const rank = wordVectors().rank(word.replace(/[^a-z0-9-]/g, ''));
  const rarity = rank < 0 ? (word.length < 2 ? 0 : MOST_RARE) : rank < STOP ? 0 : Math.log(rank);
  if (rarities.size > MOST_REMEMBERED) rarities.clear();
  rarities.set(word, rarity);
  return rarity;
}

/** Stems plurals: `flows` is `flow`, `policies` is `policy`. */
function singular(word: string): string {
  if (word.length < 4 || !word.endsWith('s') || /(ss|us|is)$/.test(word)) return word;
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  return word.slice(0, -1);
}

/**
 * Returns the words of a paper and its pairs of adjacent words, by their folded singular. Leaves
 * out frequent words, alone and in pairs: all others can be shown as a reason.
 */
export function termsOf(title: string, text: string): Map<string, Term> {
  const terms = new Map<string, Term>();
  const add = (key: string, shown: string, rarity: number, count: number) => {
    const known = terms.get(key);
    if (known) known.count += count;
    else terms.set(key, { count, rarity, shown });
  };
  for (const [part, count] of [
    [title, TITLE],
    [text, 1],
  ] as const) {
    // A pair does not span sentences or clauses.
    for (const clause of withoutMarkup(part).split(/[,;:!?()[\]{}"“”]|\.\s/)) {
      let before: { key: string; shown: string; rarity: number } | null = null;
      for (const [written] of clause.matchAll(WORD)) {
        const key = singular(foldLetters(written));
        const rarity = written.length > LONGEST || /^\d+$/.test(written) ? 0 : rarityOf(key);
        const shown = capitalized(written) ? written.toLowerCase() : written;
        if (rarity > 0) add(key, shown, rarity, count);
        const word = rarity > 0 ? { key, shown, rarity } : null;
        if (before && word) {
          const both = `${before.key} ${key}`;
          add(both, `${before.shown} ${shown}`, (before.rarity + rarity) / 2, count);
        }
        before = word;
      }
    }
  }
  return terms;
}

/** Only titles and abstracts with one of these characters contain LaTeX. */
const withoutMarkup = (text: string): string => (/[$\\{}~^&<]/.test(text) ? plainText(text) : text);

/** `Rectified` may just start a sentence or be in a title; the spelling of `GPT-4o` is kept. */
const capitalized = (word: string): boolean => /^\p{Lu}[\p{Ll}-]+$/u.test(word);
