/**
 * How a reader watches a paper's discussion: told of every comment; told if it is one's own paper;
 * told of answers and mentions only.
 */
export const WATCHES = ['follow', 'usual', 'mute'] as const;
export type Watch = (typeof WATCHES)[number];
