import type { Feed } from '@/lib/papers/paths';
import type { PeriodKind } from '@/lib/papers/periods';
import type { SearchParams } from '@/lib/search/schema';

export const FEED_FORMATS = ['rss', 'atom', 'json'] as const;
export type FeedFormat = (typeof FEED_FORMATS)[number];

/** A list of papers that has a page. */
export type PaperSource =
  | { kind: 'papers'; feed: Feed }
  /** The present day, week or month, or the latest that has papers. */
  | { kind: 'latest'; period: PeriodKind; topic: string | null }
  | { kind: 'search'; params: Partial<SearchParams> }
  | { kind: 'organization'; slug: string }
  /** What a reader upvoted, unless kept private. */
  | { kind: 'reader'; handle: string }
  /** What a reader put together, unless it is private. */
  | { kind: 'collection'; key: string };

/** What can be subscribed to. */
export type Source =
  | PaperSource
  /** All new comments, or those of one paper. */
  | { kind: 'comments' }
  | { kind: 'discussion'; slug: string };

/** A feed before it is written in one of the formats. Addresses are whole ones. */
export type Channel = {
  title: string;
  description: string;
  /** The page that shows the same. */
  link: string;
  /** This feed, in this format. */
  self: string;
  site: { name: string; icon: string };
  entries: Entry[];
};

export type Entry = {
  /** Stays the same for good; also where the entry is read. */
  id: string;
  /** Plain words. */
  title: string;
  /** Plain words. */
  summary: string;
  html: string;
  authors: string[];
  categories: string[];
  /** ISO times. */
  published: string;
  updated: string;
};
