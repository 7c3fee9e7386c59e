import type { Histogram } from './histogram';
import type { TimeScale } from './trending';

/** A paper's place on Trending by its score. */
export type Standing = {
  /** Counted from 1; null beyond the places on Trending's pages. */
  place: number | null;
  /** The paper ranked just above; null for the first one. */
  above: {
    slug: string;
    title: string;
    /**
     * Upvotes cast now on Trending, by accounts older than a day, that would lift this paper over
     * it.
     */
    votesToPass: number;
  } | null;
};

/** The inputs of a score, as of one moment. */
export type Rated = {
  /** Weighted sum of upvotes from the lists and of first comments, and the views there. */
  weight: number;
  exposure: number;
  /** The same for outside upvotes. */
  outsideWeight: number;
  outsideExposure: number;
  prior: number;
  /** ISO time. */
  listedAt: string;
  /** As stored. */
  score: number;
  scale: TimeScale;
};

/** The counts behind a paper's score. */
export type Counted = {
  /** Upvotes from Trending and New, and from elsewhere. */
  lists: number;
  elsewhere: number;
  /**
   * Upvotes of young accounts, with less weight, and the authors' and submitter's own, without
   * weight.
   */
  young: number;
  own: number;
  /** Users whose first comment counts. */
  comments: number;
};

/** Upvotes on another site. */
export type SourceVotes = { site: string; upvotes: number };

/** Why a paper is at its place, as of one moment. */
export type Why = {
  /** ISO time. */
  asOf: string;
  /** Null for a paper on no feed, like its standing. */
  rated: Rated | null;
  counted: Counted;
  sources: SourceVotes[];
  /**
   * The percentage of the papers listed within the last week that have a lower rate; null if there
   * are too few.
   */
  aheadOf: number | null;
  standing: Standing | null;
  /** Its place on Trending's first page from the random draw; null without one. */
  chance: number | null;
  /** Its counting upvotes over time; null without any. */
  votes: Histogram | null;
  /** Upvotes that moderators excluded from all this. */
  excluded: number;
  /**
   * Whether a submitter or author is a user here, whose upvote has no weight; not whether there is
   * such an upvote.
   */
  ownVotes: boolean;
};

/** A score for the interactive example. */
export type Example = {
  /** Null if it is invented, because the site has no paper yet. */
  paper: { slug: string; title: string } | null;
  /** ISO time. */
  asOf: string;
  rated: Rated;
};

/** Settings and measurements of a site, besides the constants. */
export type SiteRanking = {
  scale: TimeScale;
  /** Views that an outside upvote brings along. */
  brings: number;
};
