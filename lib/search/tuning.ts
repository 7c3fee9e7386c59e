/**
 * Parameters of the ranking. Chosen on two collections of different kinds (docs/decisions.md), each
 * in the middle of a range where neither gets worse; none is specific to one collection.
 */
export const TUNING = {
  /** BM25: saturation of term frequency, and normalization by length. */
  k1: 0.9,
  b: 0.4,
  /** Weight of a title word, in words of the abstract. */
  title: 2,
  /** Papers whose proximity is scored. */
  lookedAt: 50,
  /** Weight of proximity, and the largest distance in words that counts. */
  proximity: 0.3,
  reach: 4,
  /**
   * Relevance feedback: papers assumed relevant, terms learned from them, and their share of a
   * score.
   */
  feedbackPapers: 10,
  feedbackTerms: 20,
  feedbackWeight: 0.15,
  /**
   * Terms in a larger share of papers, or in more papers than this, are not learned: they are
   * expensive and not distinctive.
   */
  feedbackCommon: 0.2,
  feedbackMost: 5_000,
  /** Papers rescored with vectors, and the weight of the cosine. */
  rescored: 500,
  meaning: 0.8,
  /** The weight of the cosine between similar papers. */
  similar: 2,
  /** Weight of joined neighbours, in query words. */
  joined: 0.5,
  /** Weight of a whole hyphenated word in the query's vector, besides its parts. */
  whole: 0.3,
};
