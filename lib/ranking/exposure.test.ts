import { describe, expect, test } from 'vitest';
import fc from '@/lib/base/testing/fast-check';
import { curveShares, exposuresOf, type List, type Stood, sharesOf, viewsAVote } from './exposure';

const sum = (values: Iterable<number>) => [...values].reduce((a, b) => a + b, 0);
const measured = fc.array(
  fc.record({ place: fc.integer({ min: 1, max: 100 }), views: fc.nat(100_000) }),
);

describe('the share of a place', () => {
  test('adds up to 1 and follows the curve without measurements', () => {
    const curve = curveShares(100);
    for (const [i, share] of sharesOf([], 100).entries()) {
      expect(share).toBeCloseTo(curve[i] ?? 0, 12);
    }
    fc.assert(
      fc.property(measured, (views) => {
        const shares = sharesOf(views, 100);
        expect(sum(shares)).toBeCloseTo(1, 9);
        expect(Math.min(...shares)).toBeGreaterThan(0);
      }),
    );
  });

  test('converges to frequent measurements', () => {
    const shares = sharesOf(
      [
        { place: 3, views: 900_000 },
        { place: 4, views: 100_000 },
      ],
      10,
    );
    expect(shares[2]).toBeCloseTo(0.9, 2);
    expect(shares[3]).toBeCloseTo(0.1, 2);
  });
});

describe('the exposure of papers in an hour', () => {
  const shares = { trending: curveShares(100), new: curveShares(100) };

  test('is at most the views of the lists, and does not depend on the papers viewed', () => {
    const stood = fc.uniqueArray(
      fc.record({
        list: fc.constantFrom<List>('trending', 'new'),
        place: fc.integer({ min: 1, max: 120 }),
        paperId: fc.integer({ min: 1, max: 40 }),
      }),
      { selector: ({ list, place }) => `${list} ${place}` },
    );
    fc.assert(
      fc.property(stood, fc.nat(1e5), fc.nat(1e5), (all: Stood[], a, b) => {
        const gained = exposuresOf(all, { trending: a, new: b }, shares);
        expect(sum(gained.values())).toBeLessThanOrEqual((a + b) * (1 + 1e-9));
        const other = exposuresOf([...all].reverse(), { trending: a, new: b }, shares);
        for (const [id, views] of gained) expect(other.get(id)).toBeCloseTo(views, 9);
      }),
    );
  });

  test('is zero on a site without views', () => {
    const stood = [{ list: 'trending' as const, place: 1, paperId: 7 }];
    expect(exposuresOf(stood, { trending: 0, new: 0 }, shares).size).toBe(0);
  });
});

test('views per vote: zero without views, bounded with few votes, the average with many', () => {
  expect(viewsAVote(0, 12)).toBe(0);
  expect(viewsAVote(1_000_000, 0)).toBe(60);
  expect(viewsAVote(100_000, 5_000)).toBeCloseTo(20, 6);
  fc.assert(
    fc.property(fc.nat(1e7), fc.nat(1e6), (views, votes) => {
      expect(viewsAVote(views, votes + 1)).toBeLessThanOrEqual(viewsAVote(views, votes));
    }),
  );
});
