export const BADGE_PERIODS = ['day', 'week', 'month'] as const;
export type BadgePeriod = (typeof BADGE_PERIODS)[number];

/** Badges a period has. */
export const BADGE_RANKS = 3;

/** A place among the first papers of a day, week (ISO) or month that is over. */
export type Badge = {
  period: BadgePeriod;
  /** The period's first day, YYYY-MM-DD in UTC: a Monday for a week. */
  start: string;
  rank: 1 | 2 | 3;
};
