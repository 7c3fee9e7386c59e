/** A paper that was on the screen, and its place on Trending; 0 anywhere else. */
export type Seen = { paperId: number; place: number };

/** How often a paper was seen at a place within the hour that starts at `hour` (ms since 1970). */
export type ViewCount = Seen & { hour: number; views: number };

/** Of the last thirty days: how often papers were seen at a place, and upvoted there. */
export type PlaceFigures = { place: number; views: number; votes: number };
