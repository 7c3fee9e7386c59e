/** Most characters of a muted word or phrase. */
export const WORD_LENGTH = 60;

const CATEGORY = /^[a-z][a-z-]{1,15}(\.[A-Za-z][A-Za-z-]{1,15})?$/;

/** Returns whether this looks like a category of arXiv, such as `cs.CV` or `hep-th`. */
export const isTopic = (text: string): boolean => CATEGORY.test(text);

/**
 * Returns a word or phrase in the one form that is stored: NFC, lower case, single spaces. Null if
 * it cannot be muted: blank, too long, or with invisible characters.
 */
export function tidyWord(text: string): string | null {
  const word = text.normalize('NFC').replace(/\s+/gu, ' ').trim().toLowerCase();
  const fits = word.length <= WORD_LENGTH && /[\p{L}\p{N}]/u.test(word) && !/\p{C}/u.test(word);
  return fits ? word : null;
}

const LETTER = '[\\p{L}\\p{M}\\p{N}_]';
const isLetter = new RegExp(`^${LETTER}$`, 'u');
/** Scripts without spaces, whose words have no boundaries to match. */
const isUnspaced =
  /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]$/u;

const hasEdge = (character = '') => isLetter.test(character) && !isUnspaced.test(character);

/**
 * Returns the source of a pattern (flags `iu`, for text in NFC) that matches a tidied word as a
 * whole word. Spaces and hyphens are equal; after a word that ends in a symbol, such as `c++`,
 * anything may follow.
 */
export function wordPattern(word: string): string {
  const characters = [...word];
  const body = word
    .split(/[\s\p{Pd}]+/u)
    .filter(Boolean)
    .map((part) => part.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'))
    .join('[\\s\\p{Pd}]+');
  const before = hasEdge(characters[0]) ? `(?<!${LETTER})` : '';
  const after = hasEdge(characters.at(-1)) ? `(?!${LETTER})` : '';
  return before + body + after;
}

/** Returns a pattern that matches any of the words; empty if there are none. */
export const wordsPattern = (words: string[]): string => words.map(wordPattern).join('|');
