import type { Interval } from './types';

/** An amount on one day, and the views it relates to. */
type DayFigures = { amount: number; views: number };

/**
 * Returns the amount per 100 views with its 95 % interval, from the variance between days (a ratio
 * estimator with linearized residuals, and Student's t because days are few). Votes within a day
 * are correlated, for example by user or by a busy paper, so days are the sampling unit.
 */
export function perHundredViews(days: DayFigures[]): Interval {
  const sum = (of: (day: DayFigures) => number) => days.reduce((all, day) => all + of(day), 0);
  const [n, views] = [days.length, sum((day) => day.views)];
  if (views <= 0) return { value: Number.NaN, low: Number.NaN, high: Number.NaN };
  const ratio = sum((day) => day.amount) / views;
  const squares = sum((day) => (day.amount - ratio * day.views) ** 2);
  const half = n > 1 ? (studentT(n - 1) * Math.sqrt((n / (n - 1)) * squares)) / views : Infinity;
  return { value: 100 * ratio, low: 100 * (ratio - half), high: 100 * (ratio + half) };
}

/**
 * Returns the 97.5 % quantile of Student's t (Cornish-Fisher expansion; Abramowitz and Stegun
 * 26.7.5), accurate to 0.01 from five degrees of freedom on.
 */
export function studentT(degrees: number): number {
  const z = 1.959964;
  const [z3, z5, z7] = [z ** 3, z ** 5, z ** 7];
  return (
    z +
    (z3 + z) / (4 * degrees) +
    (5 * z5 + 16 * z3 + 3 * z) / (96 * degrees ** 2) +
    (3 * z7 + 19 * z5 + 17 * z3 - 15 * z) / (384 * degrees ** 3)
  );
}
