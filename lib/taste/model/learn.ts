import type { Feature, Interest, Kind, Learned, PaperText } from '../types';
import { featuresOf, hashOf, listFeatures, type PaperFeatures } from './features';
import { groupLikes } from './interests';
import { type Example, fitLogistic, type Linear, scoreOf } from './regression';

const WEEK = 7 * 86_400_000;
/** The minimum weight of a like: an old taste is better than none. */
export const LEAST = 0.1;

/** A liked or disliked paper, with the time (ms). */
export type Judged = { paper: PaperText; vector?: Int8Array | null; at: number };

/** Features of each kind in an interest: about 3 kB. */
const KEPT: Record<Kind, number> = { word: 90, author: 40, topic: 15 };
/** Total weight of the random papers, relative to the liked ones. */
const OTHERS = 3;
/** Weight of a dislike, relative to a like of today. */
const DISLIKE = 2;

/** Returns the weight of a like relative to the latest one: it halves every week. */
export const ageWeight = (at: number, latest: number): number =>
  Math.max(LEAST, 2 ** (-(latest - at) / WEEK));

/**
 * Learns a user's interests from likes and dislikes, against random papers. Returns none without
 * likes.
 */
export function learn(likes: Judged[], dislikes: Judged[], others: PaperFeatures[]): Interest[] {
  if (likes.length === 0) return [];
  const latest = Math.max(...likes.map(({ at }) => at));
  const weights = new Map(likes.map(({ paper, at }) => [paper.id, ageWeight(at, latest)]));
  const names = new Map<number, Feature>();
  const read = ({ paper, vector }: Judged): PaperFeatures => {
    const features = listFeatures(paper);
    for (const { kind, key, shown } of features) names.set(hashOf(kind, key), { kind, key, shown });
    return featuresOf(paper, vector, features);
  };
  const liked = likes.map(read);
  const disliked = dislikes.map(read);
  const judged = new Set([...liked, ...disliked].map(({ id }) => id));
  const chance = others.filter(({ id }) => !judged.has(id));
  return groupLikes(liked).map((group) => {
    const sum = group.reduce((total, { id }) => total + (weights.get(id) ?? 0), 0);
    const examples: Example[] = [
      ...group.map((paper) => ({ paper, liked: true, weight: (weights.get(paper.id) ?? 0) / sum })),
      ...disliked.map((paper) => ({ paper, liked: false, weight: DISLIKE / sum })),
      ...chance.map((paper) => ({ paper, liked: false, weight: OTHERS / chance.length })),
    ];
    return interestOf(
      evened(fitLogistic(examples, [...group, ...disliked]), chance),
      names,
      group.length,
    );
  });
}

/**
 * Normalizes the model: random papers have mean 0 and standard deviation 1, so that a paper's
 * scores by two interests are comparable.
 */
function evened(linear: Linear, chance: PaperFeatures[]): Linear {
  if (chance.length < 2) return linear;
  const scores = chance.map((paper) => scoreOf(linear, paper));
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  const spread = Math.sqrt(
    scores.reduce((sum, score) => sum + (score - mean) ** 2, 0) / scores.length,
  );
  const factor = spread > 0 ? 1 / spread : 1;
  return {
    bias: (linear.bias - mean) * factor,
    weights: new Map([...linear.weights].map(([key, weight]) => [key, weight * factor])),
    vector: linear.vector.map((value) => value * factor),
  };
}

function interestOf(linear: Linear, names: Map<number, Feature>, likes: number): Interest {
  const all: Learned[] = [...linear.weights].flatMap(([hash, weight]) => {
    const name = names.get(hash);
    return name && weight !== 0 ? [{ ...name, weight }] : [];
  });
  all.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
  const features = (Object.keys(KEPT) as Kind[]).flatMap((kind) =>
    all.filter((feature) => feature.kind === kind).slice(0, KEPT[kind]),
  );
  return { bias: linear.bias, features, vector: linear.vector, likes };
}
