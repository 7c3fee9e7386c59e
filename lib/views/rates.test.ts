import { expect, test } from 'vitest';
import fc from '@/lib/base/testing/fast-check';
import { ENOUGH_VIEWS, placeRates, wilson } from './rates';

test('the interval agrees with textbooks', () => {
  // 10 of 100: 0.0552 to 0.1744.
  const { low, high } = wilson(10, 100);
  expect(low).toBeCloseTo(0.0552, 4);
  expect(high).toBeCloseTo(0.1744, 4);
  expect(wilson(0, 50).low).toBe(0);
});

test('the interval contains the share and stays within 0 and 1', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e6 }), fc.nat(1e6), (of, n) => {
      const hits = n % (of + 1);
      const { low, high } = wilson(hits, of);
      expect(low).toBeGreaterThanOrEqual(0);
      expect(high).toBeLessThanOrEqual(1);
      expect(low - 1e-9).toBeLessThanOrEqual(hits / of);
      expect(high + 1e-9).toBeGreaterThanOrEqual(hits / of);
    }),
  );
});

test('every place is listed, and one with few views has no rate', () => {
  const rates = placeRates(
    [
      { place: 1, views: 1_000, votes: 80 },
      { place: 3, views: ENOUGH_VIEWS - 1, votes: 50 },
      { place: 4, views: 300, votes: 400 },
    ],
    5,
  );
  expect(rates.map(({ place }) => place)).toEqual([1, 2, 3, 4, 5]);
  expect(rates[0]?.rate?.value).toBe(0.08);
  expect(rates[1]).toEqual({ place: 2, views: 0, votes: 0, rate: null });
  expect(rates[2]?.rate).toBeNull();
  expect(rates[3]?.rate?.value).toBe(1);
});
