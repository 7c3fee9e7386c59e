/**
 * What readers would have upvoted had they been shown another order. Readers mostly vote for what
 * they see, and see what is on top, so votes are corrected for how probable it was that a paper was
 * seen: Oosterhuis, "Doubly Robust Estimation for Correcting Position Bias in Click Feedback for
 * Unbiased Learning to Rank", ACM TOIS 41(3), 2023, doi:10.1145/3569453 (section 5). As there, the
 * treatment is what is expected at the place that a paper had, not the views that it happened to
 * get: who is upvoted rises within the hour, so real views follow the votes that they should explain.
 */

/** What is known about a paper within an hour. */
export type Observed = {
  /** Views that it was to expect by all the places that it could have had. */
  expected: number;
  /** Views to expect at the places that it had. */
  shown: number;
  /** Upvotes that it got. */
  votes: number;
  /** Upvotes a view, guessed from what was before the hour. */
  guess: number;
};

/** Upvotes within an hour. */
export type Estimated = {
  /** By inverse propensities alone. */
  inverse: number;
  /** Doubly robust: the guesses, corrected by what they missed. */
  robust: number;
};

/**
 * The most that one vote stands for. A paper far down is hardly ever seen, and its one vote would
 * stand for hundreds at the first place; what is cut off the doubly robust estimate leaves to the
 * guess.
 */
export const MOST_WEIGHT = 100;

/**
 * The upvotes that papers would have got in this order, the first place first; `viewsAt` says how
 * many views each place from 0 gets.
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

/** Views that the site's average rate counts for in a guess. */
const GUESS_VIEWS = 20;

/** Upvotes a view that a paper is guessed to have, drawn towards the site's average. */
export const guessRate = (votes: number, views: number, average: number): number =>
  (votes + GUESS_VIEWS * average) / (views + GUESS_VIEWS);
