import { type Part, WORD } from './highlight';
import { stemsByWord } from './stems';
import { normalized } from './words';

/** A text with the place and the stems of each word, so that a query only compares stems. */
export type Stemmed = {
  text: string;
  /** Start and end of each word. */
  places: Uint32Array;
  stems: readonly (readonly string[])[];
};

/** Returns these texts with the stems of their words, read in one batch. */
export async function stemmed(texts: string[]): Promise<Stemmed[]> {
  const words = texts.map((text) => [...text.matchAll(WORD)]);
  const names = words.map((of) => of.map(({ 0: word }) => normalized(word)));
  const stems = await stemsByWord(new Set(names.flat()));
  return texts.map((text, at) => ({
    text,
    places: Uint32Array.from(
      (words[at] ?? []).flatMap(({ 0: word, index }) => [index, index + word.length]),
    ),
    stems: (names[at] ?? []).map((word) => stems.get(word) ?? []),
  }));
}

/** Splits a text as `markedParts` does, and marks the words with one of these stems. */
export function markedStems({ text, places, stems }: Stemmed, wanted: ReadonlySet<string>): Part[] {
  const parts: Part[] = [];
  let at = 0;
  for (const [word, of] of stems.entries()) {
    if (!of.some((stem) => wanted.has(stem))) continue;
    const [from = 0, to = 0] = [places[2 * word], places[2 * word + 1]];
    if (from > at) parts.push({ text: text.slice(at, from), from: at, isMarked: false });
    parts.push({ text: text.slice(from, to), from, isMarked: true });
    at = to;
  }
  if (at < text.length) parts.push({ text: text.slice(at), from: at, isMarked: false });
  return parts;
}
