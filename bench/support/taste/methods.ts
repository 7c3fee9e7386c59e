import {
  authorKey,
  dot,
  featuresOf,
  hashOf,
  ofLengthOne,
  type PaperFeatures,
} from '@/lib/taste/model/features';
import { learn } from '@/lib/taste/model/learn';
import { Scorer } from '@/lib/taste/model/scorer';
import type { PaperText } from '@/lib/taste/types';
import type { DatedPaper } from './papers';
import type { Case } from './readers';

/** Scores the papers of a case: higher is better. */
export type Method = (one: Case) => (paper: DatedPaper) => number;

const known = new Map<DatedPaper, { words: PaperFeatures; whole: PaperFeatures }>();

function featuresFor(paper: DatedPaper): { words: PaperFeatures; whole: PaperFeatures } {
  const there = known.get(paper);
  if (there) return there;
  const made = {
    words: featuresOf({ ...paper, authors: [], topics: [] }),
    whole: featuresOf(paper),
  };
  known.set(paper, made);
  return made;
}

const cosineOfWords = (a: PaperFeatures, b: Map<number, number>): number =>
  a.keys.reduce((sum, key, at) => sum + (a.values[at] as number) * (b.get(key) ?? 0), 0);

const asMap = ({ keys, values }: PaperFeatures): Map<number, number> =>
  new Map([...keys].map((key, at) => [key, values[at] as number]));

function meanVector(papers: DatedPaper[]): Float32Array {
  const vectors = papers.map((paper) => featuresFor(paper).words.vector);
  const sum = new Float32Array(vectors[0]?.length ?? 0);
  return ofLengthOne(
    sum.map((_, at) => vectors.reduce((all, vector) => all + (vector[at] ?? 0), 0)),
  );
}

/** Returns a paper's features without the hidden names of a case. */
function hiding(paper: DatedPaper, hidden: Set<string>): PaperFeatures {
  const { whole } = featuresFor(paper);
  const left = new Set([...hidden].map((name) => hashOf('author', name)));
  if (!whole.keys.some((key) => left.has(key))) return whole;
  return {
    ...whole,
    values: whole.values.map((value, at) => (left.has(whole.keys[at] as number) ? 0 : value)),
  };
}

const bare = (paper: DatedPaper): PaperText => ({ ...paper, authors: [], topics: [] });

function model(authors: boolean): Method {
  return ({ likes, among, hidden }) => {
    const text = (paper: DatedPaper): PaperText =>
      authors
        ? { ...paper, authors: paper.authors.filter((name) => !hidden.has(authorKey(name))) }
        : bare(paper);
    const numbers = (paper: DatedPaper) =>
      authors ? hiding(paper, hidden) : featuresFor(paper).words;
    const judged = likes.map((paper) => ({ paper: text(paper), at: paper.at }));
    const interests = learn(judged, [], among.map(numbers));
    const scorer = new Scorer({ interests, settings: [] });
    return (paper) => scorer.score(numbers(paper));
  };
}

export const METHODS: Record<string, Method> = {
  popularity:
    () =>
    ({ upvotes }) =>
      upvotes,
  'nearest liked by tf-idf': ({ likes }) => {
    const liked = likes.map((paper) => asMap(featuresFor(paper).words));
    return (paper) => Math.max(...liked.map((one) => cosineOfWords(featuresFor(paper).words, one)));
  },
  'mean of vectors': ({ likes }) => {
    const mean = meanVector(likes);
    return (paper) => dot(featuresFor(paper).words.vector, mean);
  },
  'For you, words and vectors only': model(false),
  'For you': model(true),
};
