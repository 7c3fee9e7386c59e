/**
 * How a user watches a paper's discussion: notified of every comment; by the default, if they
 * submitted or wrote the paper; or of replies and mentions only.
 */
export const WATCHES = ['follow', 'usual', 'mute'] as const;
export type Watch = (typeof WATCHES)[number];
