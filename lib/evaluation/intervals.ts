import type { Interval } from './types';

/** What a day has of something, and the views that it is related to. */
type DayFigures = { amount: number; views: number };

/**
 * The amount per 100 views with its 95 % interval, by how much days differ (a ratio estimator with
 * linearized residuals, and Student's t because days are few). Votes of a day belong together,
 * those of a reader or of a busy paper for example, so that days and not votes are what counts.
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
 * The 97.5 % quantile of Student's t (Cornish-Fisher expansion; Abramowitz and Stegun 26.7.5), good
 * to a hundredth from five degrees of freedom on.
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
