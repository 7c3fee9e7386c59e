import { LRUCache } from 'lru-cache';
import { WORD } from './highlight';
import { stemsByWord } from './stems';
import { normalized } from './words';

/** A text with the place and the stems of each word, so that a query only compares stems. */
export type Stemmed = {
  /** Escaped for a JSON string, once for all queries that return it. */
  escaped: string;
  /** Start and end of each word in it. */
  places: Uint32Array;
  stems: readonly (readonly string[])[];
};

export const UNSTEMMED: Stemmed = { escaped: '', places: new Uint32Array(), stems: [] };

/** Bytes of texts that are kept, and of a word's place and the pointer to its stems. */
const MOST = 12_000_000;
const WORD_BYTES = 16;

/** By the text alone, so an entry is never out of date. */
const known = new LRUCache<string, Stemmed>({
  maxSize: MOST,
  sizeCalculation: ({ escaped, stems }, text) =>
    text.length + escaped.length + WORD_BYTES * stems.length + 200,
});

/** Returns these texts with the stems of their words; the unknown ones are read in one batch. */
export async function stemmed(texts: string[]): Promise<Stemmed[]> {
  const found = new Map<string, Stemmed>();
  for (const text of texts) {
    const there = known.get(text);
    if (there) found.set(text, there);
  }
  const unknown = [...new Set(texts)].filter((text) => !found.has(text));
  if (unknown.length > 0) {
    for (const [text, read] of await readStems(unknown)) {
      found.set(text, read);
      known.set(text, read);
    }
  }
  return texts.map((text) => found.get(text) ?? UNSTEMMED);
}

async function readStems(texts: string[]): Promise<[text: string, stemmed: Stemmed][]> {
  const words = texts.map((text) => [...text.matchAll(WORD)]);
  const names = words.map((of) => of.map(({ 0: word }) => normalized(word)));
  const stems = await stemsByWord(new Set(names.flat()));
  return texts.map((text, at) => {
    const places: number[] = [];
    let [escaped, from] = ['', 0];
    for (const { 0: word, index } of words[at] ?? []) {
      escaped += asJson(text.slice(from, index));
      // Letters, digits and accents stand as they are.
      places.push(escaped.length, escaped.length + word.length);
      escaped += word;
      from = index + word.length;
    }
    const read = {
      escaped: escaped + asJson(text.slice(from)),
      places: Uint32Array.from(places),
      stems: (names[at] ?? []).map((word) => stems.get(word) ?? []),
    };
    return [text, read];
  });
}

const asJson = (text: string): string => JSON.stringify(text).slice(1, -1);

/**
 * Splits a text as `markedParts` does, marking the words with one of these stems; returns what
 * `partOf` made of each part.
 */
export function markedStems(
  { escaped, places, stems }: Stemmed,
  wanted: ReadonlySet<string>,
  partOf: (escaped: string, isMarked: boolean) => string,
): string[] {
  const parts: string[] = [];
  let at = 0;
  for (let word = 0; word < stems.length; word++) {
    if (!hasOne(stems[word] as readonly string[], wanted)) continue;
    const [from, to] = [places[2 * word] as number, places[2 * word + 1] as number];
    if (from > at) parts.push(partOf(escaped.slice(at, from), false));
    parts.push(partOf(escaped.slice(from, to), true));
    at = to;
  }
  if (at < escaped.length) parts.push(partOf(escaped.slice(at), false));
  return parts;
}

/** A plain loop, because a page of results has thousands of words. */
function hasOne(stems: readonly string[], wanted: ReadonlySet<string>): boolean {
  for (let at = 0; at < stems.length; at++) if (wanted.has(stems[at] as string)) return true;
  return false;
}
