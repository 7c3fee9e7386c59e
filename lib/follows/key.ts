import type { FollowTarget } from './types';

/** One spelling of a target, to tell whether two are the same. */
export const followKey = ({ kind, value }: FollowTarget): string =>
  `${kind}:${value.trim().toLowerCase()}`;
