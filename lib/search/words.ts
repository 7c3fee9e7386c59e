import { foldLetters } from '@/lib/base/fold-letters';
import { plainText } from '@/lib/markup/plain';
import { spellSymbols } from './symbols';

/** A word that only changes its case: most words, and a page of results has thousands. */
const ASCII_WORD = /^[A-Za-z0-9]+$/;

/**
 * Returns letters and digits without accents, so that Postgres's parser finds words only: it would
 * parse `encoder/decoder` as a file name.
 */
export const normalized = (text: string): string =>
  ASCII_WORD.test(text)
    ? text.toLowerCase()
    : foldLetters(spellSymbols(text))
        .replace(/['’](s\b)?/gu, ' ')
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim();

/** Returns the indexed text of a title or an abstract with LaTeX. */
export const indexedText = (source: string): string => normalized(plainText(source));

/** Returns a title or an abstract as plain text with case and punctuation, for compounds. */
export const searchableText = plainText;

/** Returns the words of a normalized text. */
export const wordsOf = (text: string): string[] => (text ? text.split(' ') : []);

/** Shortest and longest words that are completed and corrected. */
const SPELLABLE = /^[a-z][a-z0-9]{2,29}$/;

export const isSpellable = (word: string): boolean => SPELLABLE.test(word);
