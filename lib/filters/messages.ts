/** Characters of a muted word or phrase. */
export const WORD_LENGTH = 60;

const CATEGORY = /^[a-z][a-z-]{1,15}(\.[A-Za-z][A-Za-z-]{1,15})?$/;

/** Whether this could be a category as arXiv spells them, such as `cs.CV` or `hep-th`. */
export const isTopic = (text: string): boolean => CATEGORY.test(text);

/**
 * A word or phrase in the one form in which it is kept: NFC, lower case, single spaces. Null when
 * it cannot be muted: nothing to read in it, too long, or characters that nobody sees.
 */
export function tidyWord(text: string): string | null {
  const word = text.normalize('NFC').replace(/\s+/gu, ' ').trim().toLowerCase();
  const fits = word.length <= WORD_LENGTH && /[\p{L}\p{N}]/u.test(word) && !/\p{C}/u.test(word);
  return fits ? word : null;
}

const LETTER = '[\\p{L}\\p{M}\\p{N}_]';
const isLetter = new RegExp(`^${LETTER}$`, 'u');
/** Scripts that write no spaces: a word of theirs has no edge that can be seen. */
const isUnspaced =
  /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]$/u;

const hasEdge = (character = '') => isLetter.test(character) && !isUnspaced.test(character);

/**
 * The source of a pattern (flags `iu`, for text in NFC) that finds a tidied word as a whole word.
 * Spaces and hyphens are the same; where the word ends in a sign, as `c++`, anything may follow.
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

/** One pattern that finds any of the words; empty when there are none. */
export const wordsPattern = (words: string[]): string => words.map(wordPattern).join('|');
