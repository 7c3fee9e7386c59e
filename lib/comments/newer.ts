import type { CommentTime } from './types';

/** Milliseconds between two looks for new comments; longer after each look that found none. */
export const FIRST_PAUSE = 45_000;
const LONGEST_PAUSE = 10 * 60_000;

export const nextPause = (pause: number): number => Math.min(pause * 1.5, LONGEST_PAUSE);

/**
 * Returns the comments by others that were written after those of the page, the oldest first.
 * `since`: ISO time of the page's newest comment, or of its loading.
 */
export const newerThan = (
  comments: CommentTime[],
  since: string,
  own: string | null,
): CommentTime[] =>
  comments
    .filter(({ at, handle }) => at > since && (own === null || handle !== own))
    .toSorted((one, other) => (one.at < other.at ? -1 : 1));
