import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compose, PARTS, partOf, percentages } from './composition';
import { heat, scoreOf, WEIGHTS } from './trending';

const NOW = Date.UTC(2026, 6, 24, 12);
const HOUR = 3_600_000;
const hoursAgo = (hours: number) => NOW - hours * HOUR;

const anEvent = fc.record({
  kind: fc.constantFrom('submission' as const, 'upvote' as const, 'comment' as const),
  weight: fc.constantFrom(0.25, 1, 1.5),
  at: fc.integer({ min: hoursAgo(90 * 24), max: NOW }),
});

test('the parts add up to the heat of the whole', () => {
  fc.assert(
    fc.property(fc.array(anEvent, { minLength: 1, maxLength: 80 }), (events) => {
      const parts = compose(events, NOW, WEIGHTS.upvote);
      const whole = heat(scoreOf(events) ?? Number.NaN, NOW);
      const sum = parts.reduce((total, part) => total + part.heat, 0);
      expect(Math.abs(sum / whole - 1)).toBeLessThan(1e-9);
      expect(parts.reduce((total, part) => total + part.events, 0)).toBe(events.length);
      expect(parts.map((part) => part.part)).toEqual(
        PARTS.filter((name) => parts.some((part) => part.part === name)),
      );
    }),
  );
});

describe('upvotes are told by their age', () => {
  const upvote = (hours: number) => ({ kind: 'upvote' as const, weight: 1, at: hoursAgo(hours) });
  test.each([
    [-0.1, 'lastDay'],
    [0, 'lastDay'],
    [23.99, 'lastDay'],
    [24, 'lastWeek'],
    [167.99, 'lastWeek'],
    [168, 'older'],
    [10_000, 'older'],
  ])('%d hours: %s', (hours, part) => {
    expect(partOf(upvote(hours), NOW)).toBe(part);
  });

  test('and those of young accounts are counted apart', () => {
    const [part] = compose(
      [upvote(0), { ...upvote(0), weight: 0.25 }, { ...upvote(0), weight: 0.25 }],
      NOW,
      WEIGHTS.upvote,
    );
    expect(part).toMatchObject({ part: 'lastDay', events: 3, light: 2 });
    expect(part?.heat).toBeCloseTo(1.5, 12);
  });
});

test('no events, no parts', () => expect(compose([], NOW, 1)).toEqual([]));

describe('percentages', () => {
  test('are whole and add up to 100, each less than one off', () => {
    const values = fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1 });
    fc.assert(
      fc.property(values, (list) => {
        const sum = list.reduce((a, b) => a + b, 0);
        fc.pre(sum > 1e-3);
        const shown = percentages(list);
        expect(shown.reduce((a, b) => a + b, 0)).toBe(100);
        shown.forEach((value, i) => {
          expect(Number.isInteger(value)).toBe(true);
          expect(Math.abs(value - ((list[i] ?? 0) / sum) * 100)).toBeLessThanOrEqual(1);
        });
      }),
    );
  });

  test('thirds', () => expect(percentages([1, 1, 1])).toEqual([34, 33, 33]));
  test('nothing to share', () => expect(percentages([0, 0])).toEqual([0, 0]));
});
