import { foldLetters } from '@/lib/base/fold-letters';
import { plainText } from '@/lib/markup/plain';
import { wordVectors } from '@/lib/search/meaning/words';

/** A word or two neighbouring words of a paper: how often, how rare, and as it was written. */
export type Term = { count: number; rarity: number; shown: string };

const WORD = /[\p{L}\p{N}]+(?:[-.][\p{L}\p{N}]+)*\+*/gu;
/** A word of the title counts as so many of the abstract. */
const TITLE = 3;
/** Words longer than this are no words: addresses, formulas. */
const LONGEST = 40;
/** The most frequent words of papers (data/word-vectors), which tell nothing about a taste. */
const STOP = 220;
/** Rarity of a word that the vectors do not have. */
const MOST_RARE = Math.log(80_483);

const rarities = new Map<string, number>();
const MOST_REMEMBERED = 50_000;

/** The logarithm of a word's rank by frequency: by Zipf's law what idf is, the same on every site. */
function rarityOf(word: string): number {
  const known = rarities.get(word);
  if (known !== undefined) return known;
  const rank = wordVectors().rank(word.replace(/[^a-z0-9-]/g, ''));
  const rarity = rank < 0 ? (word.length < 2 ? 0 : MOST_RARE) : rank < STOP ? 0 : Math.log(rank);
  if (rarities.size > MOST_REMEMBERED) rarities.clear();
  rarities.set(word, rarity);
  return rarity;
}

/** `flows` is `flow`, `policies` is `policy`: a plural is the same word. */
function singular(word: string): string {
  if (word.length < 4 || !word.endsWith('s') || /(ss|us|is)$/.test(word)) return word;
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  return word.slice(0, -1);
}

/**
 * The words of a paper and its pairs of neighbouring words, by their folded singular. Frequent words
 * are left out, alone and in pairs: what remains can be shown as a reason.
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
    // A pair does not reach over the end of a sentence or clause.
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

/** Titles and abstracts are LaTeX only where they have one of its characters. */
const withoutMarkup = (text: string): string => (/[$\\{}~^&<]/.test(text) ? plainText(text) : text);

/** `Rectified` may only begin a sentence or stand in a title; `GPT-4o` is written that way. */
const capitalized = (word: string): boolean => /^\p{Lu}[\p{Ll}-]+$/u.test(word);
