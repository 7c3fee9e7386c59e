/**
 * Fair chances: who is at the top is seen, who is seen is upvoted, and a new paper that nobody has
 * seen cannot rise. So two places of Trending's first page go to papers of the last days that were
 * seen least. Who gets them changes each hour and is the same for everybody.
 */

/**
 * Counted from 1. A third and two thirds down the page: above them nothing moves, and a reader who
 * looks through the page passes both.
 */
export const CHANCE_PLACES: readonly number[] = [8, 17];

/** Days since its submission in which a paper may get a chance. */
export const CHANCE_DAYS = 3;

/** The newest papers of those days that are looked at; more come in only on very busy sites. */
export const MOST_CANDIDATES = 2_000;

/**
 * Views are rough, so papers whose views differ by less than about half count as seen alike: class 0
 * has none, 1 has one or two, 2 has up to six, then up to 14, 30, and so on.
 */
export const viewClass = (views: number): number => Math.floor(Math.log2(1 + Math.max(0, views)));

/** A number from 0 to 2^32 - 1 that follows from the hour and the paper alone (MurmurHash3, 32 bits). */
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
 * The candidates in the order in which they get chances within `hour` (hours since 1970): the least
 * seen class first, and within a class by a shuffle that the hour seeds.
 */
export function inTurn(candidates: { id: number; views: number }[], hour: number): number[] {
  return candidates
    .map(({ id, views }) => ({ id, seen: viewClass(views), turn: shuffled(hour, id) }))
    .sort((a, b) => a.seen - b.seen || a.turn - b.turn || a.id - b.id)
    .map(({ id }) => id);
}

/** A paper that stands at `place` of Trending by a fair chance. */
export type Chance = { id: number; place: number };

/**
 * For each candidate that could get a place within the hour: the probability of getting each of
 * the places that its class is drawn for. The least seen class is drawn for all of them, or, where
 * it is one paper alone, for the first; the next class then for the second. `ranked` is the first
 * page by rank.
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
 * Who gets the places: the first of `turn` that do not stand on the first page anyway. `ranked` is
 * that page by rank alone; as long as it has room for everybody, nobody needs a chance.
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
 * Which part of the order by rank, without those who got chances, a page shows (pages count from 1).
 * The first page has as many fewer as there are chances, and the others go on from there.
 */
export function rankWindow(page: number, pageSize: number, chances: number) {
  return page === 1
    ? { offset: 0, limit: pageSize - chances }
    : { offset: (page - 1) * pageSize - chances, limit: pageSize };
}

/** The first page: `rows` by rank, and the chances at their places. */
export function weave<Row>(rows: Row[], chances: { row: Row; place: number }[]): Row[] {
  const page = [...rows];
  for (const { row, place } of chances) page.splice(place - 1, 0, row);
  return page;
}
