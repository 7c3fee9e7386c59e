/**
 * Trending orders papers by how many of the readers who saw them upvoted them, lowered by age:
 *
 *   score = log2((U + prior) / (E + BACKGROUND)) + (listed - since) / half-life + base
 *
 * U is the weighted sum of upvotes and first comments, E the exposure: about how many times the
 * paper was before readers' eyes (./exposure). Upvotes from outside the lists bring views along. The difference of two scores does not change with
 * time, so nothing is rewritten as the hours pass. The constants were chosen by
 * `npm run bench -- simulation`; db/queries/ranking.ts holds the same formulas in SQL.
 */

/** Hours by which a paper must be newer to make up for half the rate, unless a site sets it. */
export const HALF_LIFE_HOURS = 84;

/** Where scores count from on a site that has never changed its half-life. */
export const LANDMARK = Date.UTC(2026, 0, 1);

/**
 * How time counts on a site. A change of the half-life sets `since` to that moment and `base` to
 * what a paper of that moment had before: papers of the last days hardly move while all scores are
 * rewritten, and those that were rewritten can be ordered beside those that were not.
 */
export type TimeScale = {
  /** Hours. */
  halfLife: number;
  /** Milliseconds since 1970. */
  since: number;
  base: number;
};

export const DEFAULT_SCALE: TimeScale = { halfLife: HALF_LIFE_HOURS, since: LANDMARK, base: 0 };

/** Upvotes that every paper starts with, and the views that it takes to outweigh them. */
export const PRIOR = 1;
export const BACKGROUND = 20;

/** The most that another site's upvotes add to the prior. */
export const MOST_SOURCE_PRIOR = 8;

export const WEIGHTS = {
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

/** What decides about a paper's place. */
export type Figures = {
  /** The weighted sum of first comments and upvotes from Trending and New that count. */
  weight: number;
  /** Views on these lists (./exposure). */
  exposure: number;
  /** The weighted sum of upvotes from elsewhere, and the views that they bring along. */
  outsideWeight: number;
  outsideExposure: number;
  /** `priorOf` what another site says; PRIOR where none does. */
  prior: number;
  listedAt: Instant;
};

/** The prior of a paper that has `theirs` upvotes on another site; null: it is on none. */
export const priorOf = (theirs: number | null): number =>
  PRIOR + Math.min(MOST_SOURCE_PRIOR, Math.log2(1 + (theirs ?? 0)));

/**
 * Upvotes per view, drawn towards PRIOR / BACKGROUND as long as few readers saw the paper. Upvotes
 * from elsewhere come with the views that they bring along and count unless that lowers the rate:
 * a vote never does.
 */
export function rateOf(figures: Omit<Figures, 'listedAt'>): number {
  const { weight, exposure, outsideWeight, outsideExposure, prior } = figures;
  return Math.max(
    (weight + prior) / (exposure + BACKGROUND),
    (weight + outsideWeight + prior) / (exposure + outsideExposure + BACKGROUND),
  );
}

/** What being listed at `at` adds to a score: one more for each half-life. */
export const timeTerm = (at: Instant, { halfLife, since, base }: TimeScale): number =>
  base + (Number(at) - since) / (halfLife * 3_600_000);

/** The scale of another half-life from `now` on. */
export const withHalfLife = (scale: TimeScale, halfLife: number, now: number): TimeScale => ({
  halfLife,
  since: now,
  base: timeTerm(now, scale),
});

/** The score that orders Trending: the higher, the further up. */
export const scoreOf = (figures: Figures, scale: TimeScale = DEFAULT_SCALE): number =>
  Math.log2(rateOf(figures)) + timeTerm(figures.listedAt, scale);

/** By what age has divided the rate of a paper at `now`: 1 for a new one, 2 after a half-life. */
export const ageDivisor = (listedAt: Instant, now: Instant, scale: TimeScale): number =>
  2 ** Math.max(0, timeTerm(now, scale) - timeTerm(listedAt, scale));
