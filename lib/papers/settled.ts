/** Days after which a paper is no longer drawn, and rarely moves among its neighbors. */
const DAYS = 8;

/**
 * Whether a paper listed (or else published) at this time is so old that only a change of its own
 * rows, or of a paper that its page names, changes its page. Such a page is stored for long and
 * ended by its tags. Times in milliseconds.
 */
export const isSettled = (at: number, now: number): boolean => at < now - DAYS * 86_400_000;
