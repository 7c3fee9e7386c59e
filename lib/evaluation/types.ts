import type { List, Stood } from '@/lib/ranking/exposure';
import type { Figures } from '@/lib/ranking/trending';

/** The orders whose votes are estimated. */
export const ORDER_NAMES = ['today', 'ageless', 'hacker_news', 'newest'] as const;
export type OrderName = (typeof ORDER_NAMES)[number];

/** A paper as it was when an hour began, with what orders look at. */
export type Candidate = {
  id: number;
  figures: Figures;
  /** Upvotes of others that count, wherever they were cast. */
  upvotes: number;
  shuffle: number;
};

/** A paper's figures before the first hour that is looked at. */
export type PaperBefore = Candidate & {
  /** Views and upvotes on the lists. */
  views: number;
  votes: number;
};

/** What was counted for a paper within an hour. */
export type Counted = {
  paperId: number;
  /** Real views and upvotes by list. */
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
  /** Who was where as it began, with the probability of a fair chance. */
  stood: (Stood & { chance: number | null })[];
  counted: Counted[];
};

/** A figure with its 95 % interval. */
export type Interval = { value: number; low: number; high: number };

/** Upvotes per 100 views of Trending under an order. */
export type OrderEstimate = {
  order: OrderName;
  /** Doubly robust, and by inverse propensities alone. */
  robust: Interval;
  inverse: Interval;
  /** The robust estimate less today's order's; null for that one. */
  ahead: Interval | null;
};

export type Estimates = {
  /** ISO time. */
  asOf: string;
  /** Days that were looked at, and the views and upvotes on Trending within them. */
  days: number;
  views: number;
  votes: number;
  /** What readers upvoted, per 100 views, of what they were shown; null with the orders. */
  shown: Interval | null;
  /** Empty as long as there is too little to estimate from. */
  orders: OrderEstimate[];
};
