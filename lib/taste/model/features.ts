import { foldLetters } from '@/lib/base/fold-letters';
import { paperVector } from '@/lib/search/meaning/text';
import { LONGEST_KEY } from '../limits';
import type { Feature, Kind, PaperText } from '../types';
import { termsOf } from './words';

export const KINDS = ['word', 'author', 'topic'] as const satisfies Kind[];

/** The features of a paper: values by hash, and its vector of length one. */
export type PaperFeatures = {
  id: number;
  keys: Uint32Array;
  values: Float32Array;
  vector: Float32Array;
};

/**
 * Weights of the kinds of features, as the length of each part of a paper's vector (`npm run bench
 * -- for-you`).
 */
export const PARTS = { word: 1, author: 0.7, topic: 0.3, vector: 0.7 };

/** Most authors of a paper that are features: the first ones of large collaborations. */
const MOST_AUTHORS = 30;

/**
 * Returns a feature's hash: FNV-1a of its kind and key. A few collisions among thousands are
 * harmless.
 */
export function hashOf(kind: Kind, key: string): number {
  let value = 0x811c9dc5;
  for (const text of [kind, key]) {
    for (let at = 0; at < text.length; at++) {
      value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
    }
    value = Math.imul(value ^ 32, 0x01000193);
  }
  return value >>> 0;
}

/** Normalizes a name for forms and files: one line, cut for collaborations. */
const nameLine = (name: string): string =>
  name
    .replace(/[\s\p{Cc}\p{Cf}\p{Cs}]+/gu, ' ')
    .trim()
    .slice(0, LONGEST_KEY)
    .replace(/\p{Cs}$/u, '');

export const authorKey = (name: string): string => nameLine(foldLetters(name));

/** Returns the features of a paper with their values, for scoring and for reasons. */
export function listFeatures(paper: PaperText): (Feature & { value: number })[] {
  const terms = [...termsOf(paper.title, paper.text)].map(([key, { count, rarity, shown }]) => ({
    kind: 'word' as const,
    key,
    shown,
    value: (1 + Math.log(count)) * rarity,
  }));
  const length = Math.sqrt(terms.reduce((sum, { value }) => sum + value * value, 0)) || 1;
  for (const term of terms) term.value *= PARTS.word / length;
  const names = new Map(
    paper.authors.slice(0, MOST_AUTHORS).map((name) => [authorKey(name), nameLine(name)]),
  );
  names.delete('');
  const authors = [...names].map(([key, shown]) => ({
    kind: 'author' as const,
    key,
    shown,
    value: PARTS.author,
  }));
  const topics = [...new Set(paper.topics)].map((topic, at) => ({
    kind: 'topic' as const,
    key: topic,
    shown: topic,
    value: at === 0 ? PARTS.topic : PARTS.topic / 2,
  }));
  return [...terms, ...authors, ...topics];
}

/** Returns the features of a paper as numbers; `stored` is its word vector, if it is indexed. */
export function featuresOf(
  paper: PaperText,
  stored?: Int8Array | null,
  features = listFeatures(paper),
): PaperFeatures {
  return {
    id: paper.id,
    keys: Uint32Array.from(features, ({ kind, key }) => hashOf(kind, key)),
    values: Float32Array.from(features, ({ value }) => value),
    vector: ofLengthOne(stored ?? paperVector(paper.title, paper.text)),
  };
}

export function ofLengthOne(vector: Int8Array | Float32Array): Float32Array {
  const whole = Float32Array.from(vector);
  const length = Math.sqrt(dot(whole, whole));
  return whole.map((value) => (length > 0 ? value / length : 0));
}

export function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += (a[at] as number) * (b[at] as number);
  return sum;
}
