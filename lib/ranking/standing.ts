import { addScores, eventScore, HALF_LIFE_HOURS, heat, type Instant, WEIGHTS } from './trending';

/**
 * How many upvotes, all cast at `now` by accounts older than a day, lift a paper of score `own` over
 * one of score `above`: at least one, since a tie is decided by chance. Infinite where heat is
 * beyond what a number can hold.
 */
export function votesToPass(own: number, above: number, now: Instant): number {
  const missing = (heat(above, now) - heat(own, now)) / WEIGHTS.upvote;
  if (!(missing < Number.MAX_SAFE_INTEGER)) return Number.POSITIVE_INFINITY;
  let votes = Math.max(1, Math.floor(missing));
  // The difference of two powers is a rounding off what the stored scores will say.
  while (withVotes(own, votes, now) <= above) votes += 1;
  return votes;
}

/** The score with `votes` more upvotes of full weight, all cast at `now`. */
export const withVotes = (own: number, votes: number, now: Instant): number =>
  addScores(own, eventScore(votes * WEIGHTS.upvote, now));

/**
 * Hours until the heat of a score has fallen to `level` upvotes, if nothing is added; negative when
 * it is below already. From one level to its half it always takes the half-life.
 */
export const hoursUntil = (score: number, level: number, now: Instant): number =>
  HALF_LIFE_HOURS * (Math.log2(heat(score, now)) - Math.log2(level));
