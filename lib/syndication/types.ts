import type { Feed } from '@/lib/papers/paths';
import type { PeriodKind } from '@/lib/papers/periods';
import type { SearchParams } from '@/lib/search/schema';

export const FEED_FORMATS = ['rss', 'atom', 'json'] as const;
export type FeedFormat = (typeof FEED_FORMATS)[number];

/** A list of papers with a page. */
export type PaperSource =
  | { kind: 'papers'; feed: Feed }
  /** The current day, week or month, or the latest with papers. */
  | { kind: 'latest'; period: PeriodKind; topic: string | null }
  | { kind: 'search'; params: Partial<SearchParams> }
  | { kind: 'organization'; slug: string }
  /** A user's upvotes, unless they are private. */
  | { kind: 'reader'; handle: string }
  /** A user's collection, unless it is private. */
  | { kind: 'collection'; key: string };

/** Everything with a feed. */
export type Source =
  | PaperSource
  /** All new comments, or those of one paper. */
  | { kind: 'comments' }
  | { kind: 'discussion'; slug: string };

/** A feed before serialization. Addresses are absolute. */
export type Channel = {
  title: string;
  description: string;
  /** The page of the same list. */
  link: string;
  /** This feed, in this format. */
  self: string;
  site: { name: string; icon: string };
  entries: Entry[];
};

export type Entry = {
  /** Permanent; also the address of the entry. */
  id: string;
  /** Plain text. */
  title: string;
  /** Plain text. */
  summary: string;
  html: string;
  /** Address of its picture. */
  image?: string;
  authors: string[];
  categories: string[];
  /** ISO times. */
  published: string;
  updated: string;
};
