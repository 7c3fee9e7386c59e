import { describe, expect, test } from 'vitest';
import fc from '@/lib/base/testing/fast-check';
import { curveShares } from '@/lib/ranking/exposure';
import { chancesWithin, giveChances, inTurn, weave } from '@/lib/ranking/fair-chances';
import { expectedViews, placesOf } from './propensities';

const PAGE = 25;
const shares = { trending: curveShares(100), new: curveShares(100) };
const range = (from: number, count: number) => Array.from({ length: count }, (_, i) => from + i);

/** Trending of 60 papers in the order of their ids, as logged after the random draw for `hour`. */
function logged(candidates: { id: number; views: number }[], hour: number) {
  const ranked = range(1, 60);
  const first = ranked.slice(0, PAGE);
  const given = giveChances(inTurn(candidates, hour), first, PAGE);
  const chances = chancesWithin(candidates, first);
  const rest = ranked.filter((id) => !given.some((one) => one.id === id));
  const shown = weave(
    rest,
    given.map(({ id, place }) => ({ row: id, place })),
  );
  const stand = (list: 'trending' | 'new', ids: number[]) =>
    ids.map((paperId, i) => ({
      list,
      place: i + 1,
      paperId,
      chance: list === 'trending' ? (chances.get(paperId) ?? null) : null,
    }));
  return [...stand('trending', shown), ...stand('new', [...ranked].reverse())];
}

const waiting = fc.uniqueArray(
  fc.record({ id: fc.integer({ min: 26, max: 60 }), views: fc.nat(4) }),
  {
    selector: ({ id }) => id,
    minLength: 1,
    maxLength: 12,
  },
);

describe('possible places of papers', () => {
  test('have probabilities that add up to one paper per place', () => {
    fc.assert(
      fc.property(waiting, fc.nat(1e6), (candidates, hour) => {
        const placed = placesOf(logged(candidates, hour), (id) => id);
        for (const [i] of [0, 1].entries()) {
          const sum = [...placed.values()].reduce((all, { chances }) => all + (chances[i] ?? 0), 0);
          expect(sum).toBeCloseTo(candidates.length > i ? 1 : 0, 9);
        }
        for (const { chances } of placed.values()) {
          expect(chances.reduce((a, b) => a + b, 0)).toBeLessThanOrEqual(1 + 1e-9);
        }
      }),
    );
  });

  test('have the probabilities with which they are drawn', () => {
    const candidates = range(30, 5).map((id) => ({ id, views: 0 }));
    const drawn = range(0, 4_000).filter((hour) =>
      logged(candidates, hour).some(({ paperId, place }) => paperId === 30 && place === 8),
    );
    const placed = placesOf(logged(candidates, 0), (id) => id);
    expect(placed.get(30)?.chances[0]).toBeCloseTo(0.2, 9);
    expect(drawn.length / 4_000).toBeCloseTo(0.2, 1);
  });
});

test('have expected views that sum to at most the total and do not depend on the draw', () => {
  fc.assert(
    fc.property(waiting, fc.nat(1e6), fc.nat(1e6), (candidates, one, other) => {
      const views = { trending: 900, new: 300 };
      const expected = (hour: number) =>
        new Map(
          [...placesOf(logged(candidates, hour), (id) => id)].map(([id, placed]) => [
            id,
            expectedViews(placed, views, shares).before,
          ]),
        );
      const [a, b] = [expected(one), expected(other)];
      expect([...a.values()].reduce((x, y) => x + y, 0)).toBeLessThan(1_200 * 1.02);
      // Papers below a randomized place move by a place or two.
      for (const { id } of candidates)
        expect((b.get(id) ?? 0) / (a.get(id) ?? 1)).toBeCloseTo(1, 0);
    }),
  );
});
