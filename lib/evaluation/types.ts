import type { List, Stood } from '@/lib/ranking/exposure';
import type { Figures } from '@/lib/ranking/trending';

/** The rankings to estimate. */
export const ORDER_NAMES = ['today', 'ageless', 'hacker_news', 'newest'] as const;
export type OrderName = (typeof ORDER_NAMES)[number];

/** A paper at the start of an hour, with the inputs of all rankings. */
export type Candidate = {
  id: number;
  figures: Figures;
  /** Counting upvotes by others, wherever they were cast. */
  upvotes: number;
  shuffle: number;
};

/** A paper's figures before the first hour of the log. */
export type PaperBefore = Candidate & {
  /** Views and upvotes on the lists. */
  views: number;
  votes: number;
};

/** The counts of a paper within an hour. */
export type Counted = {
  paperId: number;
  /** Actual views and upvotes by list. */
  views: Record<List, number>;
  votes: Record<List, number>;
  /** What the hour added to its figures, apart from exposure. */
  weight: number;
  outsideWeight: number;
  outsideExposure: number;
  upvotes: number;
};

/** An hour of the log. */
export type LoggedHour = {
  /** Milliseconds since 1970. */
  at: number;
  /** The places at its start, with the probability of a random draw. */
  stood: (Stood & { chance: number | null })[];
  counted: Counted[];
};

/** A figure with its 95 % interval. */
export type Interval = { value: number; low: number; high: number };

/** Upvotes per 100 views of Trending under a ranking. */
export type OrderEstimate = {
  order: OrderName;
  /** Doubly robust, and by inverse propensities alone. */
  robust: Interval;
  inverse: Interval;
  /** The robust estimate minus that of today's ranking; null for that one. */
  ahead: Interval | null;
};

export type Estimates = {
  /** ISO time. */
  asOf: string;
  /** Days used, and the views and upvotes on Trending within them. */
  days: number;
  views: number;
  votes: number;
  /** Actual upvotes per 100 views; null if there are no orders. */
  shown: Interval | null;
  /** Empty while there is too little data. */
  orders: OrderEstimate[];
};
