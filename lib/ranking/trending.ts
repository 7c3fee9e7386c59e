/**
 * Trending as a forward-decayed sum (Cormode, Shkapenyuk, Srivastava, Xu: "Forward Decay: A
 * Practical Time Decay Model for Streaming Systems", ICDE 2009). Every event of a paper adds
 * `weight * 2^((at - LANDMARK) / half-life)`. Because the landmark is fixed, time scales all sums
 * alike: it never changes an order, so nothing has to be rewritten as the hours pass.
 *
 * What is stored is the base-2 logarithm of the sum: the sum itself would double every two days.
 * db/queries/ranking.ts holds the same formulas in SQL.
 */

export const HALF_LIFE_HOURS = 48;

/** Never changes: every stored score counts from here. */
export const LANDMARK = Date.UTC(2026, 0, 1);

export const WEIGHTS = {
  /** A paper's submission, or its place on an imported daily list. */
  submission: 1,
  upvote: 1,
  /**
   * The first visible comment of each reader, other than the one who submitted the paper and those
   * who stand, or say they stand, among its authors.
   */
  comment: 1.5,
  /** An upvote of an account that is younger than YOUNG_ACCOUNT_HOURS, until it no longer is. */
  youngUpvote: 0.25,
} as const;

/** Hours after which an account's upvotes weigh as much as any other's, those cast before too. */
export const YOUNG_ACCOUNT_HOURS = 24;

/** A date, or milliseconds since 1970, of which fractions count. */
export type Instant = Date | number;

export type RankingEvent = { weight: number; at: Instant };

/** Half-lives from the landmark to `at`; negative before it. */
const halfLives = (at: Instant): number => (Number(at) - LANDMARK) / (HALF_LIFE_HOURS * 3_600_000);

/** The score of a single event: log2 of its term of the sum. `weight` must be positive. */
export function eventScore(weight: number, at: Instant): number {
  if (!(weight > 0)) throw new RangeError('An event weighs more than nothing');
  return Math.log2(weight) + halfLives(at);
}

/**
 * log2(2^z + 2^y) in constant time, without ever forming the powers; `z` is null for a paper
 * without events. There is no inverse: subtracting logarithms loses every digit once the events lie
 * some 60 days apart, so taking an event away means `scoreOf` what is left.
 */
export function addScores(z: number | null, y: number): number {
  if (z === null) return y;
  return Math.max(z, y) + Math.log1p(2 ** -Math.abs(z - y)) / Math.LN2;
}

/** The score of all of a paper's events, in any order; null when there are none. */
export function scoreOf(events: Iterable<RankingEvent>): number | null {
  const scores = Array.from(events, (event) => eventScore(event.weight, event.at));
  if (scores.length === 0) return null;
  const highest = scores.reduce((a, b) => Math.max(a, b));
  const sum = scores.reduce((total, score) => total + 2 ** (score - highest), 0);
  return highest + Math.log2(sum);
}

/** What a score is worth at `now`, in upvotes that were cast just then. */
export const heat = (z: number, now: Instant): number => 2 ** (z - halfLives(now));
