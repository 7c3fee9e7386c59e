/**
 * Estimates what readers would have upvoted under another ranking. Readers mostly vote for what
 * they see, and see what is at the top, so votes are weighted by the probability that a paper was
 * seen: Oosterhuis, "Doubly Robust Estimation for Correcting Position Bias in Click Feedback for
 * Unbiased Learning to Rank", ACM TOIS 41(3), 2023, doi:10.1145/3569453 (section 5). As there, the
 * treatment is the expected views at a paper's place, not its actual views: an upvoted paper rises
 * within the hour, so actual views follow from the votes that they should explain.
 */

/** Observations of a paper within an hour. */
export type Observed = {
  /** Expected views over all places that it could have had. */
  expected: number;
  /** Expected views at the places that it had. */
  shown: number;
  /** Its upvotes. */
  votes: number;
  /** Upvotes per view, guessed from earlier hours. */
  guess: number;
};

/** Estimated upvotes within an hour. */
export type Estimated = {
  /** By inverse propensities alone. */
  inverse: number;
  /** Doubly robust: the guesses, corrected by their errors. */
  robust: number;
};

/**
 * The largest weight of one vote. A paper far down is hardly ever seen, and its one vote would
 * count as hundreds in first place; for the part that is clipped, the doubly robust estimate falls
 * back to the guess.
 */
export const MOST_WEIGHT = 100;

/**
 * Estimates the upvotes of papers in this order, first place first; `viewsAt` returns the views of
 * a place, counted from 0.
 */
export function estimateVotes(order: Observed[], viewsAt: (index: number) => number): Estimated {
  const sum: Estimated = { inverse: 0, robust: 0 };
  for (const [i, { expected, shown, votes, guess }] of order.entries()) {
    const wanted = viewsAt(i);
    if (wanted <= 0) break;
    const weight = expected > 0 ? Math.min(MOST_WEIGHT, wanted / expected) : 0;
    sum.inverse += weight * votes;
    sum.robust += wanted * guess + weight * (votes - shown * guess);
  }
  return sum;
}

/** Views that the site's average rate weighs in a guess. */
const GUESS_VIEWS = 20;

/** Returns the guessed upvotes per view of a paper, shrunk towards the site's average. */
export const guessRate = (votes: number, views: number, average: number): number =>
  (votes + GUESS_VIEWS * average) / (views + GUESS_VIEWS);
