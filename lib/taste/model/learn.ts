import type { Feature, Interest, Kind, Learned, PaperText } from '../types';
import { featuresOf, hashOf, listFeatures, type PaperFeatures } from './features';
import { groupLikes } from './interests';
import { type Example, fitLogistic, type Linear, scoreOf } from './regression';

const WEEK = 7 * 86_400_000;
/** A like never counts for less: a taste of last year is better than none. */
export const LEAST = 0.1;

/** A paper that the reader judged, and when (ms). */
export type Judged = { paper: PaperText; vector?: Int8Array | null; at: number };

/** Features of each kind that an interest keeps: some 3 kB. */
const KEPT: Record<Kind, number> = { word: 90, author: 40, topic: 15 };
/** What papers by chance count for together, in liked ones. */
const OTHERS = 3;
/** What one that does not interest the reader counts for, in a liked one of today. */
const DISLIKE = 2;

/** What a like of a time ago counts for, next to the latest one: half as much for each week. */
export const ageWeight = (at: number, latest: number): number =>
  Math.max(LEAST, 2 ** (-(latest - at) / WEEK));

/**
 * Learns a reader's interests from papers that were liked and found not interesting, against papers
 * by chance. None where nothing was liked.
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
 * The model on the scale of all interests: papers by chance have 0 as their mean and 1 as their
 * standard deviation, so that a paper's scores by two interests can be compared.
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
