import { DIMENSIONS } from '@/lib/search/meaning/words';
import { PARTS, type PaperFeatures } from './features';

/** A training example with its weight. */
export type Example = { paper: PaperFeatures; liked: boolean; weight: number };

/** A linear model: a paper's score is bias + Σ weight × value + vector · vector. */
export type Linear = { bias: number; weights: Map<number, number>; vector: Float32Array };

const ROUNDS = 40;
/** The strength of L2 regularization, relative to a total weight of 1 for likes. */
const HELD = 0.1;

/**
 * Fits a logistic regression with L2 by accelerated gradients (Nesterov 1983). Only features of
 * liked and disliked papers get a weight: those of random papers alone are not informative. Takes
 * some ten milliseconds for some hundred examples; deterministic.
 */
export function fitLogistic(examples: Example[], judged: PaperFeatures[]): Linear {
  const place = new Map<number, number>();
  for (const { keys } of judged) {
    for (const key of keys) if (!place.has(key)) place.set(key, place.size);
  }
  const rows = examples.map((example) => ({ ...example, ...known(example.paper, place) }));
  const size = place.size + DIMENSIONS + 1;
  const rate = 1 / (HELD + steepest(rows));
  let weights = new Float64Array(size);
  let ahead = weights;
  for (let round = 0; round < ROUNDS; round++) {
    const slope = slopeAt(ahead, rows, place.size);
    const next = ahead.map((value, at) => value - rate * (slope[at] as number));
    const push = round / (round + 3);
    const before = weights;
    ahead = next.map((value, at) => value + push * (value - (before[at] as number)));
    weights = next;
  }
  return {
    bias: weights[size - 1] as number,
    weights: new Map([...place].map(([key, at]) => [key, weights[at] as number])),
    vector: Float32Array.from(
      { length: DIMENSIONS },
      (_, n) => PARTS.vector * (weights[place.size + n] as number),
    ),
  };
}

type Row = Example & { at: Int32Array; values: Float64Array };

/** Returns a bound of the curvature: a quarter of the squared length of each row. */
const steepest = (rows: Row[]): number =>
  rows.reduce((sum, { values, weight }) => {
    const length = values.reduce((all, value) => all + value * value, 1 + PARTS.vector ** 2);
    return sum + (weight * length) / 4;
  }, 0);

/** Returns the gradient; the bias, which is last, is not regularized. */
function slopeAt(weights: Float64Array, rows: Row[], words: number): Float64Array {
  const last = weights.length - 1;
  const slope = weights.map((value, at) => (at === last ? 0 : HELD * value));
  for (const { at, values, paper, liked, weight } of rows) {
    let meaning = 0;
    for (let n = 0; n < DIMENSIONS; n++) {
      meaning += (weights[words + n] as number) * (paper.vector[n] as number);
    }
    let score = (weights[last] as number) + PARTS.vector * meaning;
    for (let n = 0; n < at.length; n++) {
      score += (weights[at[n] as number] as number) * (values[n] as number);
    }
    const error = weight * (1 / (1 + Math.exp(-score)) - Number(liked));
    for (let n = 0; n < at.length; n++) {
      const to = at[n] as number;
      slope[to] = (slope[to] as number) + error * (values[n] as number);
    }
    const share = error * PARTS.vector;
    for (let n = 0; n < DIMENSIONS; n++) {
      slope[words + n] = (slope[words + n] as number) + share * (paper.vector[n] as number);
    }
    slope[last] = (slope[last] as number) + error;
  }
  return slope;
}

/** Returns those features of a paper that have a weight. */
function known(paper: PaperFeatures, place: Map<number, number>) {
  const at: number[] = [];
  const values: number[] = [];
  for (let n = 0; n < paper.keys.length; n++) {
    const to = place.get(paper.keys[n] as number);
    if (to === undefined) continue;
    at.push(to);
    values.push(paper.values[n] as number);
  }
  return { at: Int32Array.from(at), values: Float64Array.from(values) };
}

/** Returns the score of a paper, a logit. */
export function scoreOf({ bias, weights, vector }: Linear, paper: PaperFeatures): number {
  let sum = bias;
  for (let n = 0; n < paper.keys.length; n++) {
    const weight = weights.get(paper.keys[n] as number);
    if (weight !== undefined) sum += weight * (paper.values[n] as number);
  }
  for (let n = 0; n < vector.length; n++) {
    sum += (vector[n] as number) * (paper.vector[n] as number);
  }
  return sum;
}
