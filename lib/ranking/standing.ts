import { BACKGROUND, type Figures, scoreOf, type TimeScale, timeTerm, WEIGHTS } from './trending';

/** The figures with `votes` more upvotes of full weight from one of the lists. */
export const withVotes = (own: Figures, votes: number): Figures => ({
  ...own,
  weight: own.weight + votes * WEIGHTS.upvote,
});

/**
 * How many upvotes of full weight, cast on Trending, lift a paper over one of score `above`: at
 * least one, since a tie is decided by chance. Infinite where no number of readers would do.
 */
export function votesToPass(own: Figures, above: number, scale: TimeScale): number {
  const rate = 2 ** (above - timeTerm(own.listedAt, scale));
  const { weight, exposure, outsideWeight, outsideExposure, prior } = own;
  const missing = Math.min(
    rate * (exposure + BACKGROUND) - weight - prior,
    rate * (exposure + outsideExposure + BACKGROUND) - weight - outsideWeight - prior,
  );
  if (!(missing < Number.MAX_SAFE_INTEGER)) return Number.POSITIVE_INFINITY;
  let votes = Math.max(1, Math.floor(missing / WEIGHTS.upvote));
  // The power is a rounding off what the stored scores say.
  while (scoreOf(withVotes(own, votes), scale) <= above) votes += 1;
  return votes;
}
