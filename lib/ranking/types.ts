import type { Composition, TypedEvent } from './composition';
import type { Histogram } from './histogram';

/** How a paper stands on Trending, which orders by heat. */
export type Standing = {
  /** Counted from 1; null beyond the places that Trending's pages show. */
  place: number | null;
  /** The paper ranked just above; null for the first one. */
  above: {
    slug: string;
    title: string;
    heat: number;
    /** Upvotes cast now, of accounts older than a day, that lift this paper over it. */
    votesToPass: number;
  } | null;
  /** ISO time at which the heat will be half of what it is, if nothing happens until then. */
  halvedAt: string;
};

/** Why a paper is where it is, as of one moment. */
export type Why = {
  /** ISO time. */
  asOf: string;
  /** Null for a paper on no feed, and with it the standing. */
  heat: number | null;
  composition: Composition;
  standing: Standing | null;
  /** The place of Trending's first page that it has by a fair chance; null without one. */
  chance: number | null;
  /** Its counted upvotes over time; null without any. */
  votes: Histogram | null;
  /** Upvotes that moderators took out of all this. */
  excluded: number;
};

/** A heat that is calculated before the reader's eyes. */
export type Example = {
  /** Null when it is invented, because the site has no paper yet. */
  paper: { slug: string; title: string } | null;
  /** ISO time. */
  asOf: string;
  /** As it is stored: the base-2 logarithm of the sum that counts from the landmark. */
  score: number;
  composition: Composition;
  /** The newest event of each kind; times in milliseconds since 1970. */
  latest: TypedEvent[];
};
