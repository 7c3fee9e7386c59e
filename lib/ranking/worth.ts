import { eventScore, heat, LANDMARK, WEIGHTS, YOUNG_ACCOUNT_HOURS } from './trending';

const HOUR = 3_600_000;

/** What an event of this weight is worth `hours` later, in upvotes cast just then. */
export const worth = (weight: number, hours: number): number =>
  heat(eventScore(weight, LANDMARK), LANDMARK + hours * HOUR);

/** The same for an upvote of an account that was made just before: it gains weight as that ages. */
export const worthOfYoung = (hours: number): number =>
  worth(hours < YOUNG_ACCOUNT_HOURS ? WEIGHTS.youngUpvote : WEIGHTS.upvote, hours);
