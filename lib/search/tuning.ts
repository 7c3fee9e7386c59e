/**
 * What the ranking rests on. Chosen on two collections of different kinds (docs/decisions.md), each
 * in the middle of a range where neither gets worse; nothing here belongs to one collection.
 */
export const TUNING = {
  /** BM25: how soon more of the same word counts for no more, and how much length matters. */
  k1: 0.9,
  b: 0.4,
  /** What a word of the title counts for, in words of the abstract. */
  title: 2,
  /** Papers whose places are looked at again by how near to each other they have the words. */
  lookedAt: 50,
  /** What nearness counts for, and the most words apart that still are near. */
  proximity: 0.3,
  reach: 4,
  /** Papers taken to be right, terms learned from them, and the share of these in a score. */
  feedbackPapers: 10,
  feedbackTerms: 20,
  feedbackWeight: 0.15,
  /**
   * Terms that a larger share of all papers have, or more than so many papers, are not learned:
   * they cost much and tell little.
   */
  feedbackCommon: 0.2,
  feedbackMost: 5_000,
  /** Papers whose scores are seen together with what they mean, and what that counts for. */
  rescored: 500,
  meaning: 0.8,
  /** The same between two papers, for those that are like one. */
  similar: 2,
  /** What neighbours written as one word count for, in words that were typed. */
  joined: 0.5,
  /** The share of a word with hyphens as a whole in what a query means, beside its parts. */
  whole: 0.3,
};
