import { foldLetters } from '@/lib/base/fold-letters';
import { spellSymbols } from './symbols';

/** Words joined by punctuation into one name: `GPT-4o`, `SWE-bench`, `pi_0`, `node.js`. */
const CHUNK = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:[-‐‑_.+][\p{L}\p{N}][\p{L}\p{N}\p{M}]*)*/gu;
const SIGNS = /[-‐‑_.+]/u;
/** A chunk with more parts is an address or a list. */
const MOST_PARTS = 5;
/** Boundaries inside a word: `Twin|Flow`, `KV|Cache`, `Qwen|3`. */
const BORDERS = /(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll}{2})|(?<=\p{L})(?=\p{N})/gu;

const UMLAUTS: Record<string, string> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  ø: 'oe',
  å: 'aa',
};
const UMLAUT = /[äöüøå]/gu;

/** Returns a word with German and Nordic letters transliterated; null if it has none. */
export function spelledOut(word: string): string | null {
  const lower = word.normalize('NFC').toLowerCase();
  const spelled = lower.replace(UMLAUT, (letter) => UMLAUTS[letter] ?? letter);
  return spelled === lower ? null : foldLetters(spelled);
}

/** Splits a word by case and digits; returns only the word if it has no boundary. */
export function innerParts(word: string): string[] {
  const parts = word.split(BORDERS);
  const longest = Math.max(...parts.map((part) => part.length));
  // `LLMs` and `iOS` are not split.
  const telling = longest > 2 && parts.every((part) => part.length > 1 || /\p{N}/u.test(part));
  return telling ? parts : [word];
}

/**
 * Returns additional terms of a text: the parts of a name joined (`gpt4o` for GPT-4o), the parts of
 * a word split by case and digits (`twin` and `flow` for TwinFlow), and umlauts transliterated.
 * Normalized, unordered, with repetitions.
 */
export function compoundsOf(text: string): string[] {
  const found: string[] = [];
  for (const [chunk] of spellSymbols(text).matchAll(CHUNK)) {
    const parts = chunk.split(SIGNS);
    if (parts.length > 1 && parts.length <= MOST_PARTS) {
      found.push(parts.join(''));
      if (parts.length > 2) {
        for (let at = 0; at + 1 < parts.length; at++) found.push(`${parts[at]}${parts[at + 1]}`);
      }
    }
    for (const part of parts) {
      const inner = innerParts(part);
      if (inner.length > 1) found.push(...inner);
      const spelled = spelledOut(part);
      if (spelled) found.push(spelled);
    }
  }
  return found.map(foldLetters).filter((word) => /^[\p{L}\p{N}]+$/u.test(word));
}
