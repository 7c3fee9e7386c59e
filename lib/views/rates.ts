import type { PlaceFigures, PlaceRate } from './types';

/** Fewest views of a place for a meaningful rate. */
export const ENOUGH_VIEWS = 200;

/**
 * Returns the 95 % confidence interval of a share (Wilson 1927): unlike the normal approximation,
 * it stays within 0 and 1 for small counts.
 */
export function wilson(hits: number, of: number): { low: number; high: number } {
  const z = 1.96;
  const p = hits / of;
  const middle = (p + z ** 2 / (2 * of)) / (1 + z ** 2 / of);
  const half = (z * Math.sqrt((p * (1 - p)) / of + z ** 2 / (4 * of ** 2))) / (1 + z ** 2 / of);
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}

/**
 * Returns every place from 1 to `last`. Views are estimated and undercounted, so a rate is capped
 * at 1.
 */
export function placeRates(figures: PlaceFigures[], last: number): PlaceRate[] {
  const known = new Map(figures.map((one) => [one.place, one]));
  return Array.from({ length: last }, (_, i) => {
    const { views, votes } = known.get(i + 1) ?? { views: 0, votes: 0 };
    const hits = Math.min(votes, views);
    const rate = views < ENOUGH_VIEWS ? null : { value: hits / views, ...wilson(hits, views) };
    return { place: i + 1, views, votes, rate };
  });
}
