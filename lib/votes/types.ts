/** A paper's upvotes for one viewer. */
export type UpvoteState = {
  upvotes: number;
  upvoted: boolean;
  /** ISO time of this state; of two states the later one wins. */
  asOf: string;
};

/** The viewer's overlay of a paper on a stored page. */
export type PaperOverlay = UpvoteState & {
  comments?: number;
  /** Names of the viewer's saved searches that match it. */
  marks?: string[];
  /** Whether it is in a collection of the viewer. */
  saved?: boolean;
  /** Whether the viewer has read it. */
  read?: boolean;
};

/** Response of `GET /me/papers`; unknown papers are missing from the counts. */
export type OverlayResponse = {
  upvoted: number[];
  counts: Record<number, { upvotes: number; comments: number }>;
  /** Names of matching saved searches by paper. */
  marks: Record<number, string[]>;
  /** Papers in a collection of the viewer. */
  saved: number[];
  /** Papers the viewer has read. */
  read: number[];
  asOf: string;
};
