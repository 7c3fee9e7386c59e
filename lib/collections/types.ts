export const VISIBILITIES = ['private', 'unlisted', 'public'] as const;
export type Visibility = (typeof VISIBILITIES)[number];

/** A collection in a list; the time is ISO 8601. */
export type CollectionSummary = {
  key: string;
  name: string;
  description: string;
  visibility: Visibility;
  /** Visible papers. */
  papers: number;
  /** The owner's handle. */
  owner: string;
  /** Hidden by a moderator from everybody but its owner. */
  hidden: boolean;
  updatedAt: string;
};

/** A collection, as visible to this viewer. */
export type Collection = CollectionSummary & {
  id: number;
  followers: number;
  yours: boolean;
};

/** A collection of the viewer, and whether a paper is in it. */
export type OwnCollection = Pick<CollectionSummary, 'key' | 'name' | 'visibility' | 'papers'> & {
  has: boolean;
};

/** A paper's place in a collection; the time is ISO 8601. */
export type CollectedPaper = { paperId: number; note: string; place: number; addedAt: string };

/** Response of `GET /me/collections`. */
export type OwnCollectionsResponse = { collections: OwnCollection[] };
