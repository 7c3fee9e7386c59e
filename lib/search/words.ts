import { foldLetters } from '@/lib/base/fold-letters';
import { plainText } from '@/lib/markup/plain';
import { spellSymbols } from './symbols';

/**
 * Letters and digits only, without accents, so that Postgres's parser finds words and nothing
 * else: left to itself it takes `encoder/decoder` for the name of a file.
 */
export const normalized = (text: string): string =>
  foldLetters(spellSymbols(text))
    .replace(/['’](s\b)?/gu, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** What is indexed of a title or an abstract with LaTeX in it. */
export const indexedText = (source: string): string => normalized(plainText(source));

/** A title or an abstract as plain text with its case and signs, where compounds are seen. */
export const searchableText = plainText;

/** The words of a normalized text. */
export const wordsOf = (text: string): string[] => (text ? text.split(' ') : []);

/** The shortest and longest words that are worth completing and correcting. */
const SPELLABLE = /^[a-z][a-z0-9]{2,29}$/;

export const isSpellable = (word: string): boolean => SPELLABLE.test(word);
