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
    const found = occurrences(places);
    length += found.positions.length;
    terms.set(lexeme, found);
  }
  return { terms, length };
}

/** Parses only these terms, which are all that a query's own words need of most papers. */
export function readTerms(printed: string, wanted: Iterable<string>): Vector['terms'] {
  const terms = new Map<string, Occurrences>();
  for (const term of wanted) {
    const name = `'${term}':`;
    // A quote within a lexeme is doubled, so one after a space begins a lexeme.
    const at = printed.startsWith(name) ? 0 : printed.indexOf(` ${name}`) + 1;
    if (at === 0 && !printed.startsWith(name)) continue;
    const from = at + name.length;
    const end = printed.indexOf(' ', from);
    terms.set(term, occurrences(printed.slice(from, end === -1 ? undefined : end)));
  }
  return terms;
}

function occurrences(places: string): Occurrences {
  const found: Occurrences = { title: 0, body: 0, positions: [] };
  for (const place of places.split(',')) {
    const weight = place.at(-1);
    if (weight === 'A' || weight === 'B') found.title++;
    else found.body++;
    if (weight !== 'B' && weight !== 'C') found.positions.push(Number.parseInt(place, 10));
  }
  return found;
}
