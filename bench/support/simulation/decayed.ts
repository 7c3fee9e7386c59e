import { BEGIN, HOUR } from './world';

/** The base-2 logarithm of an event's term in a decayed sum, relative to the replay's start. */
export const decayedEvent = (weight: number, at: number, halfLife: number): number =>
  Math.log2(weight) + (at - BEGIN) / (halfLife * HOUR);

/** log2(2^a + 2^b) without computing the powers. */
export const addScores = (a: number, b: number): number =>
  Math.max(a, b) + Math.log1p(2 ** -Math.abs(a - b)) / Math.LN2;
