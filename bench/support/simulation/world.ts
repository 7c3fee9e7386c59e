import type { Random } from '@/db/demo/random';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** Start of every replay, in milliseconds since 1970. */
export const BEGIN = Date.UTC(2026, 0, 1);

export type Paper = {
  id: number;
  /** Milliseconds since 1970. */
  born: number;
  /** The probability that a user who sees it upvotes it. */
  quality: number;
  shuffle: number;
  votes: number;
  views: number;
  /** Users who have already decided about it, if users return. */
  decided: Set<number>;
  /** By the replayed order. */
  score: number;
  /** Base-2 logarithm of a decayed sum, for orders that use one. */
  decayedSum: number;
  /** How many users have seen the paper, by the mean views of its positions. */
  exposure: number;
  /** Outside upvotes, and the exposure credited to them. */
  outsideVotes: number;
  outsideExposure: number;
};

/** The median paper is upvoted by 3 in 100 who see it, the best tenth by 10 and more. */
const MEDIAN_QUALITY = 0.03;
const SPREAD = 0.9;
const BEST_QUALITY = 0.5;

/** Papers arriving at random times, `perDay` on average, with log-normal qualities. */
export function arrivals(random: Random, days: number, perDay: number): Paper[] {
  const papers: Paper[] = [];
  for (let at = BEGIN; ; ) {
    at += (-Math.log(1 - random.next()) * DAY) / perDay;
    if (at >= BEGIN + days * DAY) return papers;
    papers.push({
      id: papers.length + 1,
      born: at,
      quality: Math.min(BEST_QUALITY, MEDIAN_QUALITY * Math.exp(SPREAD * random.normal())),
      shuffle: random.next(),
      votes: 0,
      views: 0,
      decided: new Set(),
      score: 0,
      decayedSum: Number.NEGATIVE_INFINITY,
      exposure: 0,
      outsideVotes: 0,
      outsideExposure: 0,
    });
  }
}

const FIRST_SHARE = 0.1;
const SHARE_AT_40 = 0.004;
const EXPONENT = Math.log(FIRST_SHARE / SHARE_AT_40) / Math.log(40);

/**
 * Cumulative shares of views by rank: a power law with a tenth at rank 1 and 0.4 % at rank 40, down
 * to the rank where they sum to 1 (some 480 ranks).
 */
export function cumulativeShares(): number[] {
  const sums: number[] = [];
  for (let sum = 0; sum < 1; ) {
    sum += FIRST_SHARE * (sums.length + 1) ** -EXPONENT;
    sums.push(Math.min(1, sum));
  }
  return sums;
}

/** Draws the rank, from 0, that a user looks at. */
export function drawRank(shares: number[], random: Random): number {
  const x = random.next();
  let [low, high] = [0, shares.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((shares[middle] ?? 1) > x) high = middle;
    else low = middle + 1;
  }
  return low;
}
