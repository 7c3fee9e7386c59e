export const COLLECTION_LIMITS = {
  name: 100,
  description: 2_000,
  note: 1_000,
  /** Papers in one collection, and collections of one user. */
  papers: 500,
  collections: 200,
} as const;

/** The title of the list that a press on Save creates. */
export const READING_LIST = 'Reading list';
