import { describe, expect, test } from 'vitest';
import fc from '@/lib/base/testing/fast-check';
import {
  ageDivisor,
  BACKGROUND,
  DEFAULT_SCALE,
  type Figures,
  LANDMARK,
  MOST_SOURCE_PRIOR,
  PRIOR,
  priorOf,
  rateOf,
  scoreOf,
  timeTerm,
  withHalfLife,
} from './trending';

const HOUR = 3_600_000;
const NOW = LANDMARK + 300 * 24 * HOUR;
const amount = (max: number) => fc.double({ min: 0, max, noNaN: true });

const figures: fc.Arbitrary<Figures> = fc.record({
  weight: amount(5_000),
  exposure: amount(1e6),
  outsideWeight: amount(5_000),
  outsideExposure: amount(1e5),
  prior: fc.nat(1_000).map(priorOf),
  listedAt: fc.integer({ min: NOW - 90 * 24 * HOUR, max: NOW }),
});
const NONE = { weight: 0, exposure: 0, outsideWeight: 0, outsideExposure: 0, prior: PRIOR };

describe('the rate', () => {
  test('of an unseen paper is the initial rate of all papers', () => {
    expect(rateOf(NONE)).toBe(PRIOR / BACKGROUND);
  });

  test('rises with every upvote from a list and falls with every view', () => {
    fc.assert(
      fc.property(figures, fc.double({ min: 0.25, max: 50, noNaN: true }), (some, more) => {
        expect(scoreOf({ ...some, weight: some.weight + more })).toBeGreaterThan(scoreOf(some));
        expect(rateOf({ ...some, exposure: some.exposure + more })).toBeLessThan(rateOf(some));
      }),
    );
  });

  test('is never lowered by an outside upvote, and raised by it at most to their own rate', () => {
    fc.assert(
      fc.property(figures, fc.nat(500), amount(60), (some, votes, brings) => {
        const base = { ...some, outsideWeight: 0, outsideExposure: 0 };
        const rates = [votes, votes + 1].map((n) =>
          rateOf({ ...base, outsideWeight: n, outsideExposure: n * brings }),
        ) as [number, number];
        expect(rates[1]).toBeGreaterThanOrEqual(rates[0] * (1 - 1e-12));
        const most = Math.max(rateOf(base), brings > 0 ? 1 / brings : Number.POSITIVE_INFINITY);
        expect(rates[1]).toBeLessThanOrEqual(most * (1 + 1e-12));
      }),
    );
  });

  test('without any views orders by upvotes alone, from anywhere', () => {
    const scores = [0, 1, 5, 40, 300].map((votes) =>
      scoreOf({ ...NONE, outsideWeight: votes, listedAt: NOW }),
    );
    expect(scores).toEqual([...scores].sort((a, b) => a - b));
    expect(new Set(scores).size).toBe(5);
  });
});

test('another site’s upvotes are a bounded head start in its order', () => {
  expect([null, 0, 1, 3].map(priorOf)).toEqual([1, 1, 2, 3]);
  expect(priorOf(1e9)).toBe(PRIOR + MOST_SOURCE_PRIOR);
  fc.assert(
    fc.property(fc.nat(250), (theirs) => {
      expect(priorOf(theirs + 1)).toBeGreaterThan(priorOf(theirs));
    }),
  );
});

describe('time', () => {
  test('a half-life of age is worth half the rate, at any time', () => {
    const { halfLife } = DEFAULT_SCALE;
    expect(ageDivisor(NOW - halfLife * HOUR, NOW, DEFAULT_SCALE)).toBeCloseTo(2, 9);
    expect(ageDivisor(NOW + HOUR, NOW, DEFAULT_SCALE)).toBe(1);
    fc.assert(
      fc.property(figures, figures, (a, b) => {
        const younger = { ...b, listedAt: Number(b.listedAt) + halfLife * HOUR };
        const apart = scoreOf(a) - scoreOf(b);
        expect(scoreOf(a) - scoreOf(younger)).toBeCloseTo(apart - 1, 9);
      }),
    );
  });

  test('another half-life keeps the score of a paper listed at that moment', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 6, max: 2_000 }),
        fc.integer({ min: 6, max: 2_000 }),
        (a, b) => {
          const once = withHalfLife(DEFAULT_SCALE, a, NOW);
          const twice = withHalfLife(once, b, NOW + HOUR);
          expect(timeTerm(NOW, once)).toBeCloseTo(timeTerm(NOW, DEFAULT_SCALE), 9);
          expect(timeTerm(NOW + HOUR, twice)).toBeCloseTo(timeTerm(NOW + HOUR, once), 9);
          expect(timeTerm(NOW + (1 + b) * HOUR, twice) - timeTerm(NOW + HOUR, twice)).toBeCloseTo(
            1,
            9,
          );
        },
      ),
    );
  });
});
