import { FEED_ADDRESSES, fillPath } from './addresses';
import type { Period } from './periods';

/** New and old arXiv identifiers, and the short ids of other papers. */
export const SLUG = /^(\d{4}\.\d{4,5}|[a-z-]+(\.[A-Z]{2})?\/\d{7}|x[0-9a-z]{7})$/;

export const paperPath = (slug: string): string => `/papers/${slug}`;

export type FeedOrder = 'trending' | 'new';

/** The conditions of a feed; several at once are rendered per request. */
export type Filter = {
  /** In arXiv's spelling: `cs.CV`. */
  topic: string | null;
  hasCode: boolean;
  /** Of publication, UTC. */
  year: number | null;
  order: FeedOrder;
};

/** The page for several conditions at once; target of the filter's form. */
export const FILTER = '/papers/filter';

/** A list of papers with an address. */
export type Feed =
  | { kind: 'trending' }
  | { kind: 'new' }
  | { kind: 'discussed' }
  | { kind: 'with-code' }
  | { kind: 'code-momentum' }
  | Period
  | { kind: 'year'; year: number }
  | { kind: 'topic'; topic: string; order: FeedOrder | Period }
  | { kind: 'filter'; filter: Filter };

/** Returns the address of a feed's page; page 1 has no number, and Trending's first page is `/`. */
export function feedPath(feed: Feed, page = 1): string {
  if (feed.kind === 'filter') return filterPath(feed.filter, page);
  if (feed.kind === 'trending' && page === 1) return '/';
  const base = basePath(feed);
  return page > 1 ? `${base}/${page}` : base;
}

function basePath(feed: Exclude<Feed, { kind: 'filter' }>): string {
  if (feed.kind === 'trending') return '/papers/trending';
  if (feed.kind !== 'topic') return fillPath(FEED_ADDRESSES[feed.kind].path, paramsOf(feed));
  const { topic, order } = feed;
  if (typeof order === 'string') return fillPath(FEED_ADDRESSES[`topic ${order}`].path, { topic });
  return fillPath(FEED_ADDRESSES[`topic ${order.kind}`].path, { topic, [order.kind]: order.at });
}

const paramsOf = (feed: Feed): Record<string, string | number> =>
  'at' in feed ? { [feed.kind]: feed.at } : 'year' in feed ? { year: feed.year } : {};

function filterPath({ topic, hasCode, year, order }: Filter, page: number): string {
  const query = new URLSearchParams();
  if (topic) query.set('topic', topic);
  if (hasCode) query.set('code', '1');
  if (year) query.set('year', String(year));
  if (order !== 'trending') query.set('order', order);
  if (page > 1) query.set('page', String(page));
  return `${FILTER}?${query}`;
}

/** Returns the feed of a filter: a stored one if a single condition has an address of its own. */
export function filterFeed(filter: Filter): Feed {
  const { topic, hasCode, year, order } = filter;
  const conditions = Number(Boolean(topic)) + Number(hasCode) + Number(Boolean(year));
  if (conditions === 0) return { kind: order };
  if (conditions === 1) {
    if (topic) return { kind: 'topic', topic, order };
    if (order === 'trending') return year ? { kind: 'year', year } : { kind: 'with-code' };
  }
  return { kind: 'filter', filter };
}

/** Most pages of a feed; older papers are found by day or by search. */
export const LAST_PAGE = 100;

/** Papers on one page of a feed. */
export const PAGE_SIZE = 25;

/** Places on Trending, and on New, that views and votes are counted by. */
export const LAST_PLACE = 100;

/**
 * Returns the place of a page's first row and the step to the next one: from 1 up on Trending, from
 * -1 down on New; undefined if places are not counted.
 */
export function firstPlace(feed: Feed, page: number): { place: number; step: 1 | -1 } | undefined {
  const place = (page - 1) * PAGE_SIZE + 1;
  if (place >= LAST_PLACE) return undefined;
  if (feed.kind === 'trending') return { place, step: 1 };
  return feed.kind === 'new' ? { place: -place, step: -1 } : undefined;
}
