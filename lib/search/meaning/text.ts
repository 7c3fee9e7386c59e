import { foldLetters } from '@/lib/base/fold-letters';
import { plainText } from '@/lib/markup/plain';
import { DIMENSIONS, wordVectors } from './words';

const TOKEN = /[a-z][a-z0-9]+(?:-[a-z0-9]+)*|[0-9]+[a-z]+/g;
/** Weight of a title word, in words of the abstract. */
const TITLE = 2;

/**
 * Returns the words of a text in the vectors' spelling, hyphenated ones as a whole and in parts.
 */
export function tokensOf(text: string): string[] {
  return (foldLetters(text).match(TOKEN) ?? []).flatMap((token) =>
    token.includes('-')
      ? [token, ...token.split('-').filter((part) => /^[a-z][a-z0-9]+$/.test(part))]
      : [token],
  );
}

/** Returns a paper's vector as stored; zeros if none of its words has one. */
export function paperVector(title: string, body: string): Int8Array {
  const sum = new Float32Array(DIMENSIONS);
  const vectors = wordVectors();
  for (const token of tokensOf(plainText(title))) vectors.addTo(sum, token, TITLE);
  for (const token of tokensOf(plainText(body))) vectors.addTo(sum, token, 1);
  return toBytes(sum);
}

/**
 * Quantizes a vector to signed bytes, scaled to a maximum of 127, because only its direction
 * matters.
 */
export function toBytes(sum: Float32Array): Int8Array {
  const most = sum.reduce((max, value) => Math.max(max, Math.abs(value)), 0);
  const factor = most > 0 ? 127 / most : 0;
  return Int8Array.from(sum, (value) => Math.round(value * factor));
}

type Numbers = Float32Array | Int8Array;

/** Returns the cosine of two vectors, whose sums of squares may be known; 0 if one has no direction. */
export function cosine(a: Numbers, b: Numbers, one = squares(a), other = squares(b)): number {
  let both = 0;
  for (let at = 0; at < a.length; at++) both += (a[at] as number) * (b[at] as number);
  return one > 0 && other > 0 ? both / Math.sqrt(one * other) : 0;
}

/** Returns the sum of the squares of a vector's numbers. */
export function squares(vector: Numbers): number {
  let sum = 0;
  for (let at = 0; at < vector.length; at++) sum += (vector[at] as number) ** 2;
  return sum;
}

/** Adds a stored vector, normalized to length one, to a sum. */
export function addUnit(sum: Float32Array, vector: Int8Array, weight: number): void {
  const length = Math.sqrt(vector.reduce((total, value) => total + value * value, 0));
  if (length === 0) return;
  for (let at = 0; at < sum.length; at++) {
    sum[at] = (sum[at] as number) + (weight * (vector[at] as number)) / length;
  }
}
