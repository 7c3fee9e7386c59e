import { expect, it } from 'vitest';
import fc from '@/lib/base/testing/fast-check';
import { DIMENSIONS } from '@/lib/search/meaning/words';
import { hashOf, ofLengthOne, type PaperFeatures } from './model/features';
import { packFeatures, unpackFeatures } from './model/packed';
import { scoreOf } from './model/regression';
import { Scorer } from './model/scorer';
import { orderOf } from './ranking';
import type { Interest } from './types';

const names = fc.integer({ min: 0, max: 60 }).map((n) => `word ${n}`);
const factors = fc.double({ min: -3, max: 3, noNaN: true });
const vectors = fc
  .array(fc.integer({ min: -127, max: 127 }), { minLength: DIMENSIONS, maxLength: DIMENSIONS })
  .map((bytes) => ofLengthOne(Int8Array.from(bytes)));
const words = fc.array(fc.tuple(names, factors), { maxLength: 30 });
const papers = fc
  .array(fc.tuple(words, vectors, fc.integer({ min: 0, max: 3 })), { maxLength: 25 })
  .map((all) =>
    all.map(([own, vector, trending], id) => ({ ...featuresOf(id, own, vector), trending })),
  );
const interests = fc.array(
  fc.tuple(words, vectors, factors).map(([own, vector, bias]): Interest => {
    const features = own.map(([key, weight]) => ({
      kind: 'word' as const,
      key,
      shown: key,
      weight,
    }));
    return { bias, features, vector, likes: 3 };
  }),
  { minLength: 1, maxLength: 8 },
);

function featuresOf(id: number, own: [string, number][], vector: Float32Array): PaperFeatures {
  const keys = Uint32Array.from(own, ([name]) => hashOf('word', name));
  return { id, keys, values: Float32Array.from(own, ([, value]) => value), vector };
}

/** The score by the formula: the best of the interests' own. */
const plainScore = (all: Interest[], paper: PaperFeatures): number =>
  Math.max(
    ...all.map(({ bias, features, vector }) => {
      const weights = new Map(features.map(({ key, weight }) => [hashOf('word', key), weight]));
      return scoreOf({ bias, weights, vector }, paper);
    }),
  );

it('is the order of the plain formula, whichever range is read, for any reader', () => {
  fc.assert(
    fc.property(papers, interests, fc.boolean(), fc.nat({ max: 25 }), (all, taste, few, from) => {
      const packed = packFeatures(all);
      const candidates = all.map(({ id, trending }, at) => {
        return { id, at: 0, trending, topics: [], features: { packed, at } };
      });
      const byTrending = [...all].sort((a, b) => b.trending - a.trending || a.id - b.id);
      const scores = all.map((paper) => {
        const place = 1 - byTrending.indexOf(paper) / all.length;
        return plainScore(taste, paper) + (few ? 2 * place : 0);
      });
      const score = (id: number) => scores[id] as number;
      const wanted = [...all].sort(
        (a, b) => score(b.id) - score(a.id) || b.trending - a.trending || b.id - a.id,
      );
      const scorer = new Scorer({ interests: taste, settings: [] });
      const ranking = orderOf(candidates, { scorer, few });
      expect(ranking.slice(from, from + 5).map(({ id }) => id)).toEqual(
        wanted.slice(from, from + 5).map(({ id }) => id),
      );
      for (const { id, features } of candidates) {
        expect(scorer.scorePacked(features)).toBe(scorer.score(unpackFeatures(id, features)));
      }
    }),
  );
});
