const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Counts per bin: `counts[i]` from `from + i * width` on; milliseconds. */
export type Histogram = { from: number; width: number; counts: number[] };

/** Possible bin widths in hours, from an hour to ten years. */
const WIDTHS = [1, 3, 6, 12, 24, 48, 7 * 24, 28 * 24, 91 * 24, 364 * 24, 3640 * 24];
/** Columns that are still distinct on a phone. */
const MOST_BINS = 60;
/** With fewer the plot would be blocks, so it starts earlier instead. */
const FEWEST_BINS = 12;
/**
 * The epoch was a Thursday; with this offset weeks start on Monday, and days and hours fit, too.
 */
const MONDAY = 4 * DAY;

export type Scale = { from: number; width: number; bins: number };

/**
 * Returns the bins of a plot from `first` to `last` (milliseconds since 1970): the narrowest width
 * with at most sixty bins, aligned to full hours, days or Mondays (UTC). It includes both ends, and
 * earlier bins if it is short.
 */
export function scaleOf(first: number, last: number): Scale {
  for (const hours of WIDTHS) {
    const width = hours * HOUR;
    const from = MONDAY + Math.floor((first - MONDAY) / width) * width;
    const bins = Math.floor((Math.max(first, last) - from) / width) + 1;
    const before = Math.max(0, FEWEST_BINS - bins);
    if (bins <= MOST_BINS) return { from: from - before * width, width, bins: bins + before };
  }
  throw new RangeError('plot spans more than 600 years');
}

/** Returns a histogram with every bin, from non-zero counts; counts outside go to the ends. */
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

/** Returns the midnight (UTC) at which a sparkline of `now` starts, in milliseconds since 1970. */
export const sparklineStart = (now: number): number =>
  (Math.floor(now / DAY) - SPARKLINE_DAYS + 1) * DAY;
