const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Counts per stretch of time: `counts[i]` from `from + i * width` on; milliseconds. */
export type Histogram = { from: number; width: number; counts: number[] };

/** Stretches that a plot is cut into, from an hour to ten years. */
const WIDTHS = [1, 3, 6, 12, 24, 48, 7 * 24, 28 * 24, 91 * 24, 364 * 24, 3640 * 24];
/** Columns that can still be told apart on a phone. */
const MOST_BINS = 60;
/** Fewer would be blocks, not a plot: it begins earlier then. */
const FEWEST_BINS = 12;
/** The epoch was a Thursday: weeks begin on Monday, and days and hours fit it too. */
const MONDAY = 4 * DAY;

export type Scale = { from: number; width: number; bins: number };

/**
 * The stretches of a plot from `first` to `last` (milliseconds since 1970): the narrowest ones of
 * which sixty are enough, cut at full hours, days or Mondays of UTC. Both ends are in it, and some
 * time before when that is short.
 */
export function scaleOf(first: number, last: number): Scale {
  for (const hours of WIDTHS) {
    const width = hours * HOUR;
    const from = MONDAY + Math.floor((first - MONDAY) / width) * width;
    const bins = Math.floor((Math.max(first, last) - from) / width) + 1;
    const before = Math.max(0, FEWEST_BINS - bins);
    if (bins <= MOST_BINS) return { from: from - before * width, width, bins: bins + before };
  }
  throw new RangeError('Longer than 600 years');
}

/** A histogram with every stretch, from the counts of those that have some; strays go to the ends. */
export function histogramOf(
  { from, width, bins }: Scale,
  found: Iterable<{ bin: number; count: number }>,
): Histogram {
  const counts = Array.from({ length: bins }, () => 0);
  for (const { bin, count } of found) {
    const at = Math.min(bins - 1, Math.max(0, bin));
    counts[at] = (counts[at] ?? 0) + count;
  }
  return { from, width, counts };
}

/** Days of a sparkline, today included. */
export const SPARKLINE_DAYS = 14;

/** Midnight UTC at which a sparkline of `now` begins; milliseconds since 1970. */
export const sparklineStart = (now: number): number =>
  (Math.floor(now / DAY) - SPARKLINE_DAYS + 1) * DAY;
