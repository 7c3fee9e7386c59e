/**
 * Fair chances: papers at the top are seen, seen papers are upvoted, and an unseen new paper cannot
 * rise. So two places of Trending's first page go to the least seen papers of the last days. The
 * draw changes every hour and is the same for everybody.
 */

/**
 * Counted from 1. A third and two thirds down the page: the places above them do not move, and a
 * reader who scrolls through the page passes both.
 */
export const CHANCE_PLACES: readonly number[] = [8, 17];

/** Days since its submission in which a paper takes part in the draw. */
export const CHANCE_DAYS = 3;

/** Most candidates, newest first; only very busy sites have more. */
export const MOST_CANDIDATES = 2_000;

/**
 * Returns a paper's view class. Views are estimates, so papers whose views differ by less than
 * about half count as equally seen: class 0 has none, 1 has one or two, 2 has up to six, then up to
 * 14, 30, and so on.
 */
export const viewClass = (views: number): number => Math.floor(Math.log2(1 + Math.max(0, views)));

/**
 * Returns a number from 0 to 2^32 - 1 that depends only on the hour and the paper (MurmurHash3, 32
 * bits).
 */
export function shuffled(hour: number, id: number): number {
  let h = 0;
  for (const value of [hour, id]) {
    // Ids and hours may be larger than 32 bits.
    for (const part of [value >>> 0, Math.floor(value / 2 ** 32) >>> 0]) {
      const k = Math.imul(part, 0xcc9e2d51);
      h ^= Math.imul((k << 15) | (k >>> 17), 0x1b873593);
      h = Math.imul((h << 13) | (h >>> 19), 5) + 0xe6546b64;
    }
  }
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/**
 * Sorts the candidates by their turn within `hour` (hours since 1970): the least seen class first,
 * and within a class by a shuffle seeded with the hour.
 */
export function inTurn(candidates: { id: number; views: number }[], hour: number): number[] {
  return candidates
    .map(({ id, views }) => ({ id, seen: viewClass(views), turn: shuffled(hour, id) }))
    .sort((a, b) => a.seen - b.seen || a.turn - b.turn || a.id - b.id)
    .map(({ id }) => id);
}

/** A paper at `place` of Trending by the random draw. */
export type Chance = { id: number; place: number };

/**
 * Returns each candidate's probability of getting each of the places within the hour. The least
 * seen class is drawn for all of them, or for the first if it is a single paper; then the next
 * class is drawn for the second. `ranked` is the first page by rank.
 */
export function chancesWithin(
  candidates: { id: number; views: number }[],
  ranked: number[],
): Map<number, number> {
  const classes = new Map<number, number[]>();
  for (const { id, views } of candidates) {
    if (ranked.includes(id)) continue;
    const seen = viewClass(views);
    classes.set(seen, [...(classes.get(seen) ?? []), id]);
  }
  const chances = new Map<number, number>();
  let places = CHANCE_PLACES.length;
  for (const [, ids] of [...classes].sort(([a], [b]) => a - b)) {
    if (places <= 0) break;
    for (const id of ids) chances.set(id, 1 / ids.length);
    places -= ids.length;
  }
  return chances;
}

/**
 * Assigns the places to the first papers of `turn` that are not on the first page anyway. `ranked`
 * is that page by rank alone; while it has room for every paper, no place is drawn.
 */
export function giveChances(turn: number[], ranked: number[], pageSize: number): Chance[] {
  if (ranked.length < pageSize) return [];
  const waiting = turn.filter((id) => !ranked.includes(id));
  return CHANCE_PLACES.slice(0, waiting.length).map((place, index) => ({
    id: waiting[index] as number,
    place,
  }));
}

/**
 * Returns the window of the ranking, without drawn papers, that a page shows (pages count from 1).
 * The first page is shorter by the number of drawn papers, and the others continue from there.
 */
export function rankWindow(page: number, pageSize: number, chances: number) {
  return page === 1
    ? { offset: 0, limit: pageSize - chances }
    : { offset: (page - 1) * pageSize - chances, limit: pageSize };
}

/** Returns the first page: `rows` by rank, with the drawn papers at their places. */
export function weave<Row>(rows: Row[], chances: { row: Row; place: number }[]): Row[] {
  const page = [...rows];
  for (const { row, place } of chances) page.splice(place - 1, 0, row);
  return page;
}
