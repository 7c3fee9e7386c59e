import type { Picture } from '@/lib/pictures/types';

export type BadgePeriod = 'day' | 'week' | 'month';

/** Badges a period has. */
export const BADGE_RANKS = 3;

/** A place among the first papers of a day, week (ISO) or month that is over. */
export type Badge = {
  period: BadgePeriod;
  /** The period's first day, YYYY-MM-DD in UTC: a Monday for a week. */
  start: string;
  rank: 1 | 2 | 3;
};

export type AuthorName = { name: string; handle: string | null };

/** Of an organization what papers show; its picture by its name. */
export type PaperOrganization = { slug: string; name: string; picture: string | null };

/** A paper as a feed row shows it: the same for everybody. */
export type PaperSummary = {
  id: number;
  slug: string;
  title: string;
  /** The first few authors; `authorCount` says how many there are. */
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
  /** Who or which model wrote the summary; null when the excerpt is the abstract's. */
  summaryBy: string | null;
  codeUrl: string | null;
  codeStars: number | null;
  /** Stars a day over the last week; null where nothing was won or nothing is known. */
  codeMomentum: number | null;
  upvotes: number;
  comments: number;
  /** Upvotes per view as they count for its score (lib/ranking); null with too few views. */
  rate: number | null;
  /** Upvotes a day of the last fourteen days of UTC, oldest first; empty without any. */
  sparkline: number[];
  /** It stands here by a fair chance (lib/ranking/fair-chances) and not by its score. */
  littleSeen: boolean;
  /** Ranks in days, weeks and months that are over. */
  badges: Badge[];
  /** The one of the latest day, week or month that is over; null without one. */
  medal: Badge | null;
  /** The other site whose list has it, with the upvotes there; null where none has. */
  listing: { site: string; upvotes: number } | null;
  /** The name of the picture that somebody chose for it. */
  picture: string | null;
};

/** Why a moderator ended a discussion, and the entry of the public log that says so. */
export type Lock = { reason: string | null; logId: number | null };

/** Stars of a repository on a day (YYYY-MM-DD, UTC), and those won on each of the days before it. */
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
  'excerpt' | 'rate' | 'sparkline' | 'littleSeen' | 'listing' | 'picture' | 'medal'
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
  /** Verified authors have corrected it: there is a history of that. */
  corrected: boolean;
  picture: Picture | null;
  submittedBy: string | null;
  /** Versions that the page of versions tells of; 0 where it has nothing to tell. */
  versions: number;
  /** What we counted of its repository's stars; null where we have not. */
  stars: StarSeries | null;
  /** Null as long as readers may comment. */
  lock: Lock | null;
  external: ExternalFigures[];
};

/** One page of a feed; `more` says whether there is a next one. */
export type FeedPage = { papers: PaperSummary[]; page: number; more: boolean };

export type Upvoter = { handle: string; name: string | null };

/** A day (YYYY-MM-DD, UTC) and how many papers it has. */
export type DayCount = { day: string; papers: number };

/** A month's days that have papers, and the nearest months that have some. */
export type Calendar = {
  /** YYYY-MM */
  month: string;
  counts: DayCount[];
  before: string | null;
  after: string | null;
};

/** How many listed papers a category has. */
export type TopicCount = { topic: string; papers: number };

/** That a paper was retracted, with the address of the notice if it is known. */
export type Retraction = { notice: string | null };
