import type { Picture } from '@/lib/pictures/types';

export type BadgePeriod = 'day' | 'week' | 'month';

/** Badges per period. */
export const BADGE_RANKS = 3;

/** A rank among the first papers of a past day, week (ISO) or month. */
export type Badge = {
  period: BadgePeriod;
  /** The period's first day, YYYY-MM-DD in UTC: a Monday for a week. */
  start: string;
  rank: 1 | 2 | 3;
};

export type AuthorName = { name: string; handle: string | null };

/** A paper's organization; its picture by name. */
export type PaperOrganization = { slug: string; name: string; picture: string | null };

/** A paper in a feed row: the same for everybody. */
export type PaperSummary = {
  id: number;
  slug: string;
  title: string;
  /** The first few authors; `authorCount` is the total. */
  authors: AuthorName[];
  authorCount: number;
  organization: PaperOrganization | null;
  /** ISO time. */
  publishedAt: string;
  submittedAt: string | null;
  /** YYYY-MM-DD, UTC. */
  feedDay: string | null;
  categories: string[];
  /** The summary, or the first lines of the abstract. */
  excerpt: string;
  /** The person or model that wrote the summary; null for an excerpt of the abstract. */
  summaryBy: string | null;
  codeUrl: string | null;
  codeStars: number | null;
  /** Stars per day over the last week; null if there was no gain or nothing is known. */
  codeMomentum: number | null;
  upvotes: number;
  comments: number;
  /** Upvotes per view as used in its score (lib/ranking); null with too few views. */
  rate: number | null;
  /** Upvotes per day over the last fourteen days (UTC), oldest first; empty without any. */
  sparkline: number[];
  /** Listed here by a random draw (lib/ranking/fair-chances), not by its score. */
  littleSeen: boolean;
  /** Ranks in past days, weeks and months. */
  badges: Badge[];
  /** The one of the latest past day, week or month; null without one. */
  medal: Badge | null;
  /** Another site that lists it, with the upvotes there; null if none does. */
  listing: { site: string; upvotes: number } | null;
  /** The name of its uploaded picture, or of one from another site. */
  picture: string | null;
  /** The picture is the poster of a video. */
  video?: boolean;
};

/** A paper's picture; `from` is set for one from another site. */
export type PaperPicture = Picture & {
  from?: {
    kind: 'thumbnail' | 'media' | 'figure';
    /** The video whose poster it is. */
    videoUrl: string | null;
    /** A figure's caption, as plain text. */
    caption: string | null;
  };
};

/** A moderator's reason for locking a discussion, with the entry of the public log. */
export type Lock = { reason: string | null; logId: number | null };

/** Stars of a repository on a day (YYYY-MM-DD, UTC), and the gain of each of the days before it. */
export type StarSeries = { on: string; gains: number[] };

export type ExternalFigures = {
  site: string;
  day: string;
  upvotes: number;
  comments: number;
  submitter: string | null;
};

export type PaperDetail = Omit<
  PaperSummary,
  'excerpt' | 'rate' | 'sparkline' | 'littleSeen' | 'listing' | 'picture' | 'video' | 'medal'
> & {
  source: string;
  externalId: string;
  version: number;
  abstract: string;
  summary: string | null;
  keywords: string[];
  revisedAt: string | null;
  withdrawn: boolean;
  retraction?: Retraction | null;
  doi: string | null;
  journalRef: string | null;
  note: string | null;
  projectUrl: string | null;
  /** Whether confirmed authors have corrected it, so that it has a history. */
  corrected: boolean;
  picture: PaperPicture | null;
  submittedBy: string | null;
  /** Versions on the page of versions; 0 if there is no such page. */
  versions: number;
  /** Our counts of its repository's stars; null without any. */
  stars: StarSeries | null;
  /** Null while users may comment. */
  lock: Lock | null;
  external: ExternalFigures[];
};

/** One page of a feed; `more` says whether there is a next one. */
export type FeedPage = { papers: PaperSummary[]; page: number; more: boolean };

/** A user who upvoted; the uploaded avatar by its name. */
export type Upvoter = { handle: string; name: string | null; picture: string | null };

/** A day (YYYY-MM-DD, UTC) with its number of papers. */
export type DayCount = { day: string; papers: number };

/** The days of a month with papers, and the nearest months with papers. */
export type Calendar = {
  /** YYYY-MM */
  month: string;
  counts: DayCount[];
  before: string | null;
  after: string | null;
};

/** The number of listed papers in a category. */
export type TopicCount = { topic: string; papers: number };

/** A retraction, with the address of the notice if known. */
export type Retraction = { notice: string | null };
