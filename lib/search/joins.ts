/** Two or three neighbouring words that may be one word in papers. */
export type Join = { joined: string; of: string[] };

const LONGEST = 30;

/** Joins neighbouring words of a query: `twinflow` for "twin flow". */
export function joinsOf(words: string[]): Join[] {
  const joins: Join[] = [];
  for (let at = 0; at < words.length; at++) {
    for (const count of [2, 3]) {
      const of = words.slice(at, at + count);
      const joined = of.join('');
      if (of.length === count && joined.length <= LONGEST) joins.push({ joined, of });
    }
  }
  return joins;
}
