import type { Histogram } from './histogram';
import type { TimeScale } from './trending';

/** How a paper is placed on Trending by its score. */
export type Standing = {
  /** Counted from 1; null beyond the places that Trending's pages show. */
  place: number | null;
  /** The paper ranked just above; null for the first one. */
  above: {
    slug: string;
    title: string;
    /** Upvotes cast now on Trending, by accounts older than a day, that lift this paper over it. */
    votesToPass: number;
  } | null;
};

/** The figures that a score is calculated from, as of one moment. */
export type Rated = {
  /** Weighted sum of upvotes from the lists and of first comments, and the views there. */
  weight: number;
  exposure: number;
  /** The same of upvotes from elsewhere. */
  outsideWeight: number;
  outsideExposure: number;
  prior: number;
  /** ISO time. */
  listedAt: string;
  /** As it is stored. */
  score: number;
  scale: TimeScale;
};

/** What counts for a paper, in numbers. */
export type Counted = {
  /** Upvotes from Trending and New, and from elsewhere. */
  lists: number;
  elsewhere: number;
  /** Upvotes of young accounts, of less weight, and upvotes of no weight: one's own. */
  young: number;
  own: number;
  /** Readers whose first comment counts. */
  comments: number;
};

/** Upvotes on another site. */
export type SourceVotes = { site: string; upvotes: number };

/** Why a paper is where it is, as of one moment. */
export type Why = {
  /** ISO time. */
  asOf: string;
  /** Null for a paper on no feed, and with it the standing. */
  rated: Rated | null;
  counted: Counted;
  sources: SourceVotes[];
  /** The percentage of the papers listed within the last week that have a lower rate; null: too few. */
  aheadOf: number | null;
  standing: Standing | null;
  /** The place of Trending's first page that it has by a fair chance; null without one. */
  chance: number | null;
  /** Its counted upvotes over time; null without any. */
  votes: Histogram | null;
  /** Upvotes that moderators took out of all this. */
  excluded: number;
  /** Whether it has a submitter or author here, whose upvote weighs nothing; not whether there is one. */
  ownVotes: boolean;
};

/** A score that is calculated before the reader's eyes. */
export type Example = {
  /** Null when it is invented, because the site has no paper yet. */
  paper: { slug: string; title: string } | null;
  /** ISO time. */
  asOf: string;
  rated: Rated;
};

/** What a site has set or measured, beside the constants. */
export type SiteRanking = {
  scale: TimeScale;
  /** Views that an upvote from elsewhere brings along. */
  brings: number;
};
