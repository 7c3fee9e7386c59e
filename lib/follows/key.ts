import type { FollowTarget } from './types';

/** Returns a canonical key of a target, for comparison. */
export const followKey = ({ kind, value }: FollowTarget): string =>
  `${kind}:${value.trim().toLowerCase()}`;
