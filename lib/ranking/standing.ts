import { BACKGROUND, type Figures, scoreOf, type TimeScale, timeTerm, WEIGHTS } from './trending';
import type { Rated } from './types';

/** Returns the figures with `votes` more upvotes of full weight from one of the lists. */
export const withVotes = (own: Figures, votes: number): Figures => ({
  ...own,
  weight: own.weight + votes * WEIGHTS.upvote,
});

/**
 * Returns how many upvotes of full weight, cast on Trending, lift a paper over one with score
 * `above`: at least one, since ties are random. Infinite if no realistic number suffices.
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
  // Rounding in the power may differ from the stored scores.
  while (scoreOf(withVotes(own, votes), scale) <= above) votes += 1;
  return votes;
}

/** Papers of a week needed to report a share. */
const FEWEST_BESIDE = 5;
/** Of a rate, for rounding errors. */
const TOLERANCE = 1e-9;

/** Returns the percentage of `rates`, lowest first, below that of a paper; null if they are few. */
export function rateShare(
  { score, listedAt, scale }: Pick<Rated, 'score' | 'listedAt' | 'scale'>,
  rates: number[],
): number | null {
  if (rates.length < FEWEST_BESIDE) return null;
  const own = score - timeTerm(Date.parse(listedAt), scale) - TOLERANCE;
  const first = rates.findIndex((rate) => rate >= own);
  return Math.floor((100 * (first === -1 ? rates.length : first)) / rates.length);
}
