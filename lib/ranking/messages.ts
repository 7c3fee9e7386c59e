import { formatCount } from '@/lib/papers/dates';

/** A heat as it is printed: two digits that say something. */
export function formatHeat(heat: number): string {
  if (heat >= 9.95) return formatCount(Math.round(heat));
  if (heat >= 0.095) return heat.toFixed(1);
  return heat < 0.005 ? 'under 0.01' : heat.toFixed(2);
}

const compact = new Intl.NumberFormat('en', { notation: 'compact' });

/** The same in the few characters that a feed row has for it. */
export const formatHeatBriefly = (heat: number): string =>
  heat >= 999.5 ? compact.format(heat) : heat < 0.005 ? '0.00' : formatHeat(heat);

/** The same where terms are added up: two digits after the point. */
export const formatTerm = (heat: number): string =>
  heat >= 0.005
    ? heat.toLocaleString('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 })
    : '< 0.01';

export const countUpvotes = (count: number): string =>
  count === 1 ? '1 upvote' : `${formatCount(count)} upvotes`;

/** A sparkline (upvotes a day, oldest first) in words. */
export function sparklineWords(days: readonly number[]): string {
  const sum = days.reduce((a, b) => a + b, 0);
  const today = days.at(-1) ?? 0;
  return `${countUpvotes(sum)} in ${days.length} days, ${today > 0 ? formatCount(today) : 'none'} today`;
}
