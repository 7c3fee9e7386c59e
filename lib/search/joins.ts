/** Neighbours that may be one word in papers: two or three of them. */
export type Join = { joined: string; of: string[] };

const LONGEST = 30;

/** What neighbouring words of a query are when written together: `twinflow` of "twin flow". */
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
