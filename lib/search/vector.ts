/** Frequency of a stem in the title and in the rest, with positions; compounds have none. */
export type Occurrences = { title: number; body: number; positions: number[] };

export type Vector = { terms: Map<string, Occurrences>; length: number };

const LEXEME = /'((?:[^']|'')*)':([\dABCD,]+)/g;

/**
 * Parses a tsvector as Postgres prints it: `'attent':2A,7 'model':3`. A is a title, B and C are the
 * compounds of title and abstract, which do not count towards the length.
 */
export function readVector(printed: string): Vector {
  const terms = new Map<string, Occurrences>();
  let length = 0;
  for (const [, lexeme = '', places = ''] of printed.matchAll(LEXEME)) {
    const found: Occurrences = { title: 0, body: 0, positions: [] };
    for (const place of places.split(',')) {
      const weight = place.at(-1);
      if (weight === 'A' || weight === 'B') found.title++;
      else found.body++;
      if (weight !== 'B' && weight !== 'C') found.positions.push(Number.parseInt(place, 10));
    }
    length += found.positions.length;
    terms.set(lexeme, found);
  }
  return { terms, length };
}
