import fc from 'fast-check';
import { expect, test } from 'vitest';
import { HALF_LIFE_HOURS, WEIGHTS, YOUNG_ACCOUNT_HOURS } from './trending';
import { worth, worthOfYoung } from './worth';

const hours = fc.double({ min: 0, max: 1_000, noNaN: true });

test('an event is worth its weight at first and half after each half-life', () => {
  expect(worth(WEIGHTS.comment, 0)).toBe(WEIGHTS.comment);
  fc.assert(
    fc.property(hours, (h) => {
      expect(worth(1, h + HALF_LIFE_HOURS) / worth(1, h)).toBeCloseTo(0.5, 12);
    }),
  );
});

test('an upvote of a young account catches up when the account is a day old', () => {
  expect(worthOfYoung(0)).toBe(WEIGHTS.youngUpvote);
  expect(worthOfYoung(YOUNG_ACCOUNT_HOURS - 1e-6)).toBeLessThan(0.2);
  fc.assert(
    fc.property(hours, (h) => {
      const later = YOUNG_ACCOUNT_HOURS + h;
      expect(worthOfYoung(later)).toBe(worth(WEIGHTS.upvote, later));
    }),
  );
});
