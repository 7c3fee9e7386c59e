/** How often a stem stands in a title and in the rest, and where. */
export type Occurrences = { title: number; body: number; positions: number[] };

export type Vector = { terms: Map<string, Occurrences>; length: number };

const LEXEME = /'((?:[^']|'')*)':([\dABCD,]+)/g;

/** Reads a tsvector as Postgres prints it: `'attent':2A,7 'model':3`. */
export function readVector(printed: string): Vector {
  const terms = new Map<string, Occurrences>();
  let length = 0;
  for (const [, lexeme = '', places = ''] of printed.matchAll(LEXEME)) {
    const found: Occurrences = { title: 0, body: 0, positions: [] };
    for (const place of places.split(',')) {
      if (place.endsWith('A')) found.title++;
      else found.body++;
      found.positions.push(Number.parseInt(place, 10));
    }
    length += found.positions.length;
    terms.set(lexeme, found);
  }
  return { terms, length };
}
