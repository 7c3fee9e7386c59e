import { matchAddress } from './address-patterns';
import { FEED_ADDRESSES, NUMBERED_KINDS } from './addresses';
import { findCategory } from './categories';
import { type Feed, feedPath } from './paths';

/** A page of a feed but its first. */
export type NumberedPage = { feed: NumberedFeed; page: number };
export type NumberedFeed = Extract<
  Feed,
  { kind: 'trending' | 'new' | 'discussed' | 'with-code' | 'code-momentum' | 'year' | 'topic' }
>;

const NUMBERED = /^(\/(?:papers|topics)\/.+)\/([2-9]|[1-9]\d|100)$/;
/**
 * Returns the feed and the number that an address names, in the site's own spelling; null for first
 * pages, and for those of days, weeks and months.
 */
export function numberedPage(url: string): NumberedPage | null {
  const [, path = '', number] = NUMBERED.exec(url) ?? [];
  const feed = number === undefined ? null : feedAt(path);
  const page = Number(number);
  return feed && feedPath(feed, page) === url ? { feed, page } : null;
}

function feedAt(path: string): NumberedFeed | null {
  if (path === '/papers/trending') return { kind: 'trending' };
  for (const kind of NUMBERED_KINDS) {
    const params = matchAddress(FEED_ADDRESSES[kind].path, path);
    if (params) return feedOf(kind, params);
  }
  return null;
}

function feedOf(
  kind: (typeof NUMBERED_KINDS)[number],
  { year, topic = '' }: Record<string, string>,
): NumberedFeed | null {
  if (kind === 'year') return { kind, year: Number(year) };
  if (kind !== 'topic trending' && kind !== 'topic new') return { kind };
  const name = findCategory(topic);
  const order = kind === 'topic new' ? 'new' : 'trending';
  return name === null ? null : { kind: 'topic', topic: name, order };
}
