import { describe, expect, test } from 'vitest';
import fc from '@/lib/base/testing/fast-check';
import {
  CHANCE_PLACES,
  giveChances,
  inTurn,
  rankWindow,
  shuffled,
  viewClass,
  weave,
} from './fair-chances';

const HOUR = 495_000;
const range = (from: number, count: number) => Array.from({ length: count }, (_, i) => from + i);

test('views are within a factor in each class', () => {
  const seen = [0, 1, 2, 3, 6, 7, 14, 15, 1_000_000];
  expect(seen.map(viewClass)).toEqual([0, 1, 1, 2, 2, 3, 3, 4, 19]);
});

describe('the shuffle', () => {
  test('depends only on the hour and the paper', () => {
    expect(shuffled(HOUR, 42)).toBe(shuffled(HOUR, 42));
    expect([
      shuffled(0, 1),
      shuffled(495_000, 1),
      shuffled(495_000, 2 ** 40),
    ]).toMatchInlineSnapshot(`
      [
        3048678991,
        2390749865,
        900774375,
      ]
    `);
  });

  test('gives every paper the same share of turns', () => {
    const first = new Map<number, number>();
    const ids = range(1, 20);
    for (const hour of range(HOUR, 10_000)) {
      const [id = 0] = inTurn(
        ids.map((id) => ({ id, views: 0 })),
        hour,
      );
      first.set(id, (first.get(id) ?? 0) + 1);
    }
    // Each has 500 on average; the standard deviation is 22.
    expect(Math.min(...ids.map((id) => first.get(id) ?? 0))).toBeGreaterThan(390);
    expect(Math.max(...first.values())).toBeLessThan(610);
  });
});

describe('the order of turns', () => {
  const candidate = fc.record({ id: fc.nat(1e12), views: fc.nat(500) });
  const candidates = fc.uniqueArray(candidate, { selector: ({ id }) => id, maxLength: 80 });

  test('does not depend on the order of the candidates', () => {
    const both = candidates.chain((all) =>
      fc.tuple(
        fc.constant(all),
        fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length }),
      ),
    );
    fc.assert(
      fc.property(both, fc.nat(1e6), ([one, other], hour) => {
        expect(inTurn(one, hour)).toEqual(inTurn(other, hour));
      }),
    );
  });

  test('puts the least seen class first', () => {
    fc.assert(
      fc.property(candidates, fc.nat(1e6), (all, hour) => {
        const views = new Map(all.map((one) => [one.id, one.views]));
        const classes = inTurn(all, hour).map((id) => viewClass(views.get(id) ?? 0));
        expect(classes).toEqual([...classes].sort((a, b) => a - b));
      }),
    );
  });
});

describe('a random place', () => {
  test('goes to the first in turn that is not on the first page anyway', () => {
    expect(giveChances([3, 40, 7, 41, 42], range(1, 25), 25)).toEqual([
      { id: 40, place: 8 },
      { id: 41, place: 17 },
    ]);
  });

  test('stays empty without enough candidates', () => {
    expect(giveChances([40], range(1, 25), 25)).toEqual([{ id: 40, place: 8 }]);
    expect(giveChances([3, 4], range(1, 25), 25)).toEqual([]);
  });

  test('is not needed while the first page has room', () => {
    expect(giveChances([40, 41], range(1, 24), 25)).toEqual([]);
  });
});

test('all pages together list every paper once, in order but for the random places', () => {
  const PAGE = 25;
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 140 }), fc.array(fc.nat(200)), (papers, asked) => {
      const byRank = range(1, papers);
      const turn = [...new Set(asked)].filter((id) => byRank.includes(id));
      const chances = giveChances(turn, byRank.slice(0, PAGE), PAGE);
      const rest = byRank.filter((id) => !chances.some((chance) => chance.id === id));
      const pages = range(1, 1 + Math.ceil(papers / PAGE)).map((page) => {
        const { offset, limit } = rankWindow(page, PAGE, chances.length);
        const rows = rest.slice(offset, offset + limit);
        return page > 1
          ? rows
          : weave(
              rows,
              chances.map(({ id, place }) => ({ row: id, place })),
            );
      });

      const shown = pages.flat();
      expect(shown.filter((id) => rest.includes(id))).toEqual(rest);
      expect([...shown].sort((a, b) => a - b)).toEqual(byRank);
      const full = Math.floor(papers / PAGE);
      expect(pages.slice(0, full).every((page) => page.length === PAGE)).toBe(true);
      for (const { id, place } of chances) {
        expect(CHANCE_PLACES).toContain(place);
        expect(pages[0]?.[place - 1]).toBe(id);
        expect(byRank.indexOf(id)).toBeGreaterThanOrEqual(PAGE);
      }
    }),
    { numRuns: 300 },
  );
});
