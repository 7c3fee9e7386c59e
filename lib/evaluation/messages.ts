import type { Interval, OrderName } from './types';

export const ORDER_TITLES: Record<OrderName, string> = {
  today: 'This site’s order',
  ageless: 'This site’s order without age',
  hacker_news: 'Hacker News formula',
  newest: 'Newest first',
};

const figure = (value: number): string => value.toFixed(2).replace('-', '−');

/** "5.21" */
export const valueWords = ({ value }: Interval): string => figure(Math.max(0, value));

/** "4.80 to 5.62"; upvotes are never negative. */
export const rangeWords = ({ low, high }: Interval): string =>
  `${figure(Math.max(0, low))} to ${figure(Math.max(0, high))}`;

/** "fewer (−0.31, −0.52 to −0.10)", or that the interval includes zero. */
export function aheadWords(ahead: Interval): string {
  const { value, low, high } = ahead;
  const side = low > 0 ? 'more' : high < 0 ? 'fewer' : 'too close to call';
  const signed = (x: number) => `${x > 0 ? '+' : ''}${figure(x)}`;
  return `${side} (${signed(value)}, ${signed(low)} to ${signed(high)})`;
}
