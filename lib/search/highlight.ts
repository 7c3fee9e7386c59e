import { keepResults } from '@/lib/base/keep-results';
import { normalized } from './words';

export type Part = { text: string; from: number; isMarked: boolean };

/** Letters and digits with their combining accents. */
export const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;

/** Returns the normalized words of a text that can be marked. */
export const markable = (text: string): string[] =>
  Array.from(text.matchAll(WORD), ([word]) => normalized(word));

/** Splits a text into pieces and marks those whose normalized word is in `words`. */
export function markedParts(text: string, words: ReadonlySet<string>): Part[] {
  const parts: Part[] = [];
  let at = 0;
  for (const { 0: word, index } of text.matchAll(WORD)) {
    if (!words.has(normalized(word))) continue;
    if (index > at) parts.push({ text: text.slice(at, index), from: at, isMarked: false });
    parts.push({ text: word, from: index, isMarked: true });
    at = index + word.length;
  }
  if (at < text.length) parts.push({ text: text.slice(at), from: at, isMarked: false });
  return parts;
}

/** Most sentences before the first one with a match. */
const LEAD = 2;

/** The sentences of a text with their normalized words. */
const sentencesOf = keepResults(
  (text) =>
    text
      .trim()
      .split(/(?<=[.!?])\s+(?=[A-Z])/)
      .map((sentence) => ({ sentence, words: markable(sentence) })),
  (sentences) =>
    sentences.reduce((sum, { sentence, words }) => sum + sentence.length + 16 * words.length, 0),
);

/** Returns the text from shortly before the first match, or from its beginning if that is near. */
export function snippet(text: string, words: ReadonlySet<string>): string {
  const sentences = sentencesOf(text);
  const first = sentences.findIndex((one) => one.words.some((word) => words.has(word)));
  if (first <= LEAD) return text.trim();
  const rest = sentences.slice(first - 1).map(({ sentence }) => sentence);
  return `… ${rest.join(' ')}`;
}
