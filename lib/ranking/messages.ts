import { formatCount } from '@/lib/papers/dates';

export const countUpvotes = (count: number): string =>
  count === 1 ? '1 upvote' : `${formatCount(count)} upvotes`;

/** Formats an estimate, such as exposure, with two significant digits. */
export function formatExposure(views: number): string {
  if (views < 1) return '0';
  const step = 10 ** Math.max(0, Math.floor(Math.log10(views)) - 1);
  return formatCount(Math.round(views / step) * step);
}

/** Places that are stated exactly; beyond them every new paper moves most. */
export const NEAR_PLACES = 100;

/** "#12", and "about #1,200" for a far place. */
export const placeWords = (place: number): string =>
  place <= NEAR_PLACES ? `#${formatCount(place)}` : `about #${formatExposure(place)}`;

/** "12 upvotes from about 320 views" */
export const upvotesOfViews = (upvotes: number, views: number): string =>
  views < 1
    ? `${countUpvotes(upvotes)}, no views counted yet`
    : `${countUpvotes(upvotes)} from about ${formatExposure(views)} ${views < 1.5 ? 'view' : 'views'}`;

/** Formats upvotes per 100 views for a row. */
export const formatRate = (rate: number): string => {
  const percent = 100 * rate;
  return `${percent >= 9.95 ? Math.round(percent) : percent.toFixed(1)}%`;
};

/** Formats a divisor by age: 1, 1.3, 12. */
export const formatDivisor = (divisor: number): string =>
  divisor >= 9.95 ? formatCount(Math.round(divisor)) : divisor.toFixed(1);

/** Describes a sparkline (upvotes a day, oldest first). */
export function sparklineWords(days: readonly number[]): string {
  const sum = days.reduce((a, b) => a + b, 0);
  const today = days.at(-1) ?? 0;
  return `${countUpvotes(sum)} in ${days.length} days, ${today > 0 ? formatCount(today) : 'none'} today`;
}

/** "12.4 views" */
export const viewsWords = (views: number): string => {
  const figure = views === 0 ? '0' : views.toFixed(1);
  return `${figure} ${figure === '1.0' ? 'view' : 'views'}`;
};
