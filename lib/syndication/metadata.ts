import type { Metadata } from 'next';
import { type Feed, feedPath } from '@/lib/papers/paths';
import { feedAddress } from './paths';
import { feedTitle, latestTitle } from './titles';
import { FEED_FORMATS, type Source } from './types';
import { MEDIA_TYPES } from './write';

/** Returns a page's canonical address and its feeds, for feed readers to discover. */
export const alternates = (
  canonical: string,
  ...sources: { source: Source; title: string }[]
): Metadata['alternates'] => ({
  canonical,
  types: Object.fromEntries(
    FEED_FORMATS.map((format) => [
      MEDIA_TYPES[format],
      sources.map(({ source, title }) => ({ url: feedAddress(source, format), title })),
    ]),
  ),
});

/**
 * Returns them for a list of papers. A day, week or month links to the feed of the current one: its
 * own ends soon.
 */
export function feedAlternates(feed: Feed, page = 1): Metadata['alternates'] {
  const topic = feed.kind === 'topic' ? feed.topic : null;
  const list = feed.kind === 'topic' ? feed.order : feed;
  const period = typeof list === 'object' && 'at' in list ? list.kind : null;
  const source: Source = period ? { kind: 'latest', period, topic } : { kind: 'papers', feed };
  return alternates(feedPath(feed, page), {
    source,
    title: period ? latestTitle(period, topic) : feedTitle(feed),
  });
}
