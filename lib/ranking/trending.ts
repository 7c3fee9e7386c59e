/**
 * Trending orders papers by the share of readers who saw them and upvoted them, discounted by age:
 *
 *   score = log2((U + prior) / (E + BACKGROUND)) + (listed - since) / half-life + base
 *
 * U is the weighted sum of upvotes and first comments, E the exposure: an estimate of how many
 * times readers saw the paper (./exposure). Upvotes from outside the lists bring views along. The
 * difference of two scores does not change with time, so nothing is rewritten as the hours pass.
 * The constants were chosen by `npm run bench -- simulation`; db/queries/ranking.ts has the same
 * formulas in SQL.
 */

/**
 * Hours by which a paper has to be newer to make up for half the rate, unless a site configures it.
 */
export const HALF_LIFE_HOURS = 84;

/** The time origin of scores on a site that has never changed its half-life. */
export const LANDMARK = Date.UTC(2026, 0, 1);

/**
 * How time counts on a site. A change of the half-life sets `since` to that moment and `base` to
 * the previous time term of a paper listed then. So papers of the last days hardly move while all
 * scores are rewritten, and rewritten scores can be compared with old ones.
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
   * The first visible comment of each user, except the submitter and users who are, or claim to be,
   * among the authors.
   */
  comment: 1.5,
  /** An upvote by an account younger than YOUNG_ACCOUNT_HOURS, until it is older. */
  youngUpvote: 0.25,
} as const;

/** Hours after which an account's upvotes have full weight, including earlier ones. */
export const YOUNG_ACCOUNT_HOURS = 24;

/** A date, or milliseconds since 1970, possibly with fractions. */
export type Instant = Date | number;

/** The inputs of a paper's score. */
export type Figures = {
  /** The weighted sum of first comments and counting upvotes from Trending and New. */
  weight: number;
  /** Views on these lists (./exposure). */
  exposure: number;
  /** The weighted sum of outside upvotes, and the views that they bring along. */
  outsideWeight: number;
  outsideExposure: number;
  /** `priorOf` another site's upvotes; PRIOR without any. */
  prior: number;
  listedAt: Instant;
};

/** Returns the prior of a paper with `theirs` upvotes on another site; null if no site lists it. */
export const priorOf = (theirs: number | null): number =>
  PRIOR + Math.min(MOST_SOURCE_PRIOR, Math.log2(1 + (theirs ?? 0)));

/**
 * Returns upvotes per view, shrunk towards PRIOR / BACKGROUND while few readers saw the paper.
 * Outside upvotes come with the views that they bring along, and count unless that would lower the
 * rate: a vote never does.
 */
export function rateOf(figures: Omit<Figures, 'listedAt'>): number {
  const { weight, exposure, outsideWeight, outsideExposure, prior } = figures;
  return Math.max(
    (weight + prior) / (exposure + BACKGROUND),
    (weight + outsideWeight + prior) / (exposure + outsideExposure + BACKGROUND),
  );
}

/** Returns the time term of a score for a paper listed at `at`: it grows by one per half-life. */
export const timeTerm = (at: Instant, { halfLife, since, base }: TimeScale): number =>
  base + (Number(at) - since) / (halfLife * 3_600_000);

/** Returns the scale with another half-life from `now` on. */
export const withHalfLife = (scale: TimeScale, halfLife: number, now: number): TimeScale => ({
  halfLife,
  since: now,
  base: timeTerm(now, scale),
});

/** Returns the score that sorts Trending in descending order. */
export const scoreOf = (figures: Figures, scale: TimeScale = DEFAULT_SCALE): number =>
  Math.log2(rateOf(figures)) + timeTerm(figures.listedAt, scale);

/**
 * Returns the factor by which age has divided a paper's rate at `now`: 1 for a new one, 2 after a
 * half-life.
 */
export const ageDivisor = (listedAt: Instant, now: Instant, scale: TimeScale): number =>
  2 ** Math.max(0, timeTerm(now, scale) - timeTerm(listedAt, scale));
