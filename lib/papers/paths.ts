/** New and old arXiv identifiers, and the short ids of papers from elsewhere. */
export const SLUG = /^(\d{4}\.\d{4,5}|[a-z-]+(\.[A-Z]{2})?\/\d{7}|x[0-9a-z]{7})$/;

export const paperPath = (slug: string): string => `/papers/${slug}`;

export type Feed = { kind: 'trending' } | { kind: 'new' } | { kind: 'date'; day: string };

/** The address of a feed's page; page 1 has no number in it, and Trending's first page is `/`. */
export function feedPath(feed: Feed, page = 1): string {
  const base = feed.kind === 'date' ? `/papers/date/${feed.day}` : `/papers/${feed.kind}`;
  if (page > 1) return `${base}/${page}`;
  return feed.kind === 'trending' ? '/' : base;
}

/** Pages that a feed has at the most; what is older is found by day or by search. */
export const LAST_PAGE = 100;

/** Papers on one page of a feed. */
export const PAGE_SIZE = 25;

/** Places on Trending that views and votes tell apart. */
export const LAST_PLACE = 100;

/** The place on Trending of a page's first row, counted from 1; undefined where none counts. */
export function firstPlace(feed: Feed, page: number): number | undefined {
  const place = (page - 1) * PAGE_SIZE + 1;
  return feed.kind === 'trending' && place < LAST_PLACE ? place : undefined;
}
