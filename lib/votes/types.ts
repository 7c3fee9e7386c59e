/** How a paper's upvotes stand for one reader. */
export type UpvoteState = {
  upvotes: number;
  upvoted: boolean;
  /** ISO time at which this was so; of two states the later one holds. */
  asOf: string;
};

/** What a page shows about a paper on top of what everybody sees. */
export type PaperOverlay = UpvoteState & {
  comments?: number;
  /** Names of the reader's saved searches that find it. */
  marks?: string[];
  /** Whether it is in a collection of the reader's. */
  saved?: boolean;
};

/** What `GET /me/papers` answers; papers that do not exist are missing from the counts. */
export type OverlayAnswer = {
  upvoted: number[];
  counts: Record<number, { upvotes: number; comments: number }>;
  /** Names of saved searches, of papers that some find. */
  marks: Record<number, string[]>;
  /** Papers in a collection of the reader's. */
  saved: number[];
  asOf: string;
};
