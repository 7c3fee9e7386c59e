import { matchAddress } from '@/lib/papers/address-patterns';
import {
  FEED_ADDRESSES,
  fillPath,
  LATEST_ADDRESSES,
  OTHER_ADDRESSES,
} from '@/lib/papers/addresses';
import { findCategory } from '@/lib/papers/categories';
import { type Feed, feedPath, paperPath, SLUG } from '@/lib/papers/paths';
import { isPeriod, isPeriodKind, type Period, type PeriodKind } from '@/lib/papers/periods';
import { searchPath } from '@/lib/search/paths';
import type { FeedFormat, Source } from './types';

/** Returns the start of a feed's address: its page's path, and the query. */
export function listAddress(source: Source): { path: string; query?: string } {
  const [path = '', query] = listPath(source).split('?');
  return { path: path === '/' ? OTHER_ADDRESSES.trending : path, query };
}

function listPath(source: Source): string {
  switch (source.kind) {
    case 'papers':
      return feedPath(source.feed);
    case 'latest': {
      const { topic, period } = source;
      if (topic === null) return LATEST_ADDRESSES[period].path;
      return fillPath(LATEST_ADDRESSES[`topic ${period}`].path, { topic });
    }
    case 'search':
      return searchPath({ ...source.params, page: '' });
    case 'organization':
      return fillPath(OTHER_ADDRESSES.organization, { organization: source.slug });
    case 'reader':
      return fillPath(OTHER_ADDRESSES.reader, { handle: source.handle });
    case 'collection':
      return fillPath(OTHER_ADDRESSES.collection, { key: source.key });
    case 'comments':
      return OTHER_ADDRESSES.comments;
    case 'discussion':
      return `${paperPath(source.slug)}/comments`;
  }
}

/** Returns the page of a feed. */
export function pagePath(source: Source): string {
  if (source.kind === 'comments') return '/papers/discussed';
  if (source.kind === 'discussion') return `${paperPath(source.slug)}#comments`;
  return listPath(source);
}

/** Returns the page's address with the format: `/topics/cs.CV.atom`, `/search.rss?q=…`. */
export function feedAddress(source: Source, format: FeedFormat): string {
  const { path, query } = listAddress(source);
  return `${path}.${format}${query ? `?${query}` : ''}`;
}

/** Parses a page's path, without its slash, to a list; null if it is none. */
export function parseSource(path: string): Source | null {
  const address = `/${path}`;
  for (const [key, { path: pattern }] of entriesOf(FEED_ADDRESSES)) {
    const params = matchAddress(pattern, address);
    const feed = params && feedOf(key, params);
    if (feed) return { kind: 'papers', feed };
  }
  for (const [key, { path: pattern }] of entriesOf(LATEST_ADDRESSES)) {
    const params = matchAddress(pattern, address);
    if (!params) continue;
    const period = key.replace('topic ', '') as PeriodKind;
    return { kind: 'latest', period, topic: findCategory(params.topic ?? '') };
  }
  return parseOther(address);
}

/** Returns the feed of an address of this kind; null for a day or week that does not exist. */
function feedOf(key: keyof typeof FEED_ADDRESSES, params: Record<string, string>): Feed | null {
  const [kind = '', order = ''] = key.split(' ');
  if (kind === 'topic') {
    const topic = findCategory(params.topic ?? '');
    if (topic === null) return null;
    if (order === 'trending' || order === 'new') return { kind, topic, order };
    const period = periodOf(order, params);
    return period && { kind, topic, order: period };
  }
  if (kind === 'year') return { kind, year: Number(params.year) };
  if (isPeriodKind(kind)) return periodOf(kind, params);
  return { kind: kind as 'new' };
}

function periodOf(kind: string, params: Record<string, string>): Period | null {
  const at = params[kind] ?? '';
  return isPeriodKind(kind) && isPeriod(kind, at) ? { kind, at } : null;
}

function parseOther(address: string): Source | null {
  const { trending, comments, organization, reader, collection } = OTHER_ADDRESSES;
  if (address === trending) return { kind: 'papers', feed: { kind: 'trending' } };
  if (address === comments) return { kind: 'comments' };
  const { organization: slug } = matchAddress(organization, address) ?? {};
  if (slug) return { kind: 'organization', slug };
  const { handle } = matchAddress(reader, address) ?? {};
  if (handle) return { kind: 'reader', handle };
  const { key } = matchAddress(collection, address) ?? {};
  if (key) return { kind: 'collection', key };
  const [, paper] = /^\/papers\/(.+)\/comments$/.exec(address) ?? [];
  return paper && SLUG.test(paper) ? { kind: 'discussion', slug: paper } : null;
}

const entriesOf = <T extends object>(list: T) =>
  Object.entries(list) as [keyof T & string, T[keyof T]][];
