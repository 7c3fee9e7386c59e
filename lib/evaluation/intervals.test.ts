import { expect, test } from 'vitest';
import fc from '@/lib/base/testing/fast-check';
import { perHundredViews, studentT } from './intervals';

test('the quantile agrees with published tables', () => {
  for (const [degrees, t] of [
    [6, 2.447],
    [9, 2.262],
    [27, 2.052],
    [1e6, 1.96],
  ] as const) {
    expect(studentT(degrees)).toBeCloseTo(t, 2);
  }
});

const days = fc.array(
  fc.record({
    amount: fc.double({ min: -5, max: 500, noNaN: true }),
    views: fc.integer({ min: 1, max: 9_000 }),
  }),
  { minLength: 2, maxLength: 28 },
);

test('the interval contains the ratio of the sums, in any order of days', () => {
  fc.assert(
    fc.property(days, (all) => {
      const { value, low, high } = perHundredViews(all);
      const sum = (of: 'amount' | 'views') => all.reduce((total, day) => total + day[of], 0);
      expect(value).toBeCloseTo((100 * sum('amount')) / sum('views'), 6);
      expect(value - low).toBeCloseTo(high - value, 6);
      const turned = perHundredViews([...all].reverse());
      expect(turned.high).toBeCloseTo(high, 6);
    }),
  );
});

test('equal days have an interval of width zero, one day alone an unbounded one', () => {
  const alike = Array.from({ length: 9 }, (_, i) => ({ amount: i + 1, views: 20 * (i + 1) }));
  const { value, low, high } = perHundredViews(alike);
  expect([value, low, high].map((x) => x.toFixed(9))).toEqual(Array(3).fill('5.000000000'));
  expect(perHundredViews([{ amount: 1, views: 20 }]).high).toBe(Infinity);
  expect(perHundredViews([]).value).toBeNaN();
});
