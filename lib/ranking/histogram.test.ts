import { describe, expect, test } from 'vitest';
import fc from '@/lib/base/testing/fast-check';
import { histogramOf, SPARKLINE_DAYS, scaleOf, sparklineStart } from './histogram';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOW = Date.UTC(2026, 6, 24, 12, 34);

describe('the scale', () => {
  test('has both ends in twelve to sixty bins', () => {
    const span = fc.integer({ min: 0, max: 100 * 365 * DAY });
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 4e12 }), span, (first, length) => {
        const { from, width, bins } = scaleOf(first, first + length);
        expect(from).toBeLessThanOrEqual(first);
        if (bins > 12) expect(first).toBeLessThan(from + width);
        expect(bins).toBeGreaterThanOrEqual(12);
        expect(first + length).toBeGreaterThanOrEqual(from + (bins - 1) * width);
        expect(first + length).toBeLessThan(from + bins * width);
        expect(bins).toBeLessThanOrEqual(60);
      }),
    );
  });

  test.each([
    [2 * HOUR, HOUR],
    [2 * DAY, HOUR],
    [10 * DAY, 6 * HOUR],
    [40 * DAY, DAY],
    [200 * DAY, 7 * DAY],
  ])('a span of %d ms is divided into bins of %d', (span, width) => {
    expect(scaleOf(NOW - span, NOW).width).toBe(width);
  });

  test('days start at midnight, weeks on Monday', () => {
    expect(new Date(scaleOf(NOW - 40 * DAY, NOW).from).toISOString()).toBe(
      '2026-06-14T00:00:00.000Z',
    );
    expect(new Date(scaleOf(NOW - 200 * DAY, NOW).from).getUTCDay()).toBe(1);
  });

  test('an end before the start is replaced by the start', () => {
    expect(scaleOf(NOW, NOW - DAY)).toEqual(scaleOf(NOW, NOW));
  });
});

test('counts outside of the scale go to its ends', () => {
  const { counts } = histogramOf({ from: 0, width: 1, bins: 3 }, [
    { bin: -1, count: 2 },
    { bin: 1, count: 4 },
    { bin: 7, count: 8 },
  ]);
  expect(counts).toEqual([2, 4, 8]);
});

test('a sparkline starts at midnight, thirteen days before today', () => {
  const start = sparklineStart(NOW);
  expect(new Date(start).toISOString()).toBe('2026-07-11T00:00:00.000Z');
  expect(Math.floor((NOW - start) / DAY)).toBe(SPARKLINE_DAYS - 1);
});
