/** A paper that was on the screen, and its place: on Trending from 1, on New from -1; else 0. */
export type Seen = { paperId: number; place: number };

/** How often a paper was seen at a place within the hour that starts at `hour` (ms since 1970). */
export type ViewCount = Seen & { hour: number; views: number };

/** Over the last thirty days: how often papers were seen at a place, and upvoted there. */
export type PlaceFigures = { place: number; views: number; votes: number };

export type PlaceRate = PlaceFigures & {
  /** Upvotes per view with their 95 % interval; null with too few views. */
  rate: { value: number; low: number; high: number } | null;
};

/** Published figures about the places of Trending's first page. */
export type PublishedPlaces = {
  /** From the first place to the last. */
  rates: PlaceRate[];
  /** Days that they cover. */
  days: number;
  /** Whether some places are drawn (fair chances). */
  chances: boolean;
};
