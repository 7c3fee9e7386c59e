import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hoursUntil, votesToPass, withVotes } from './standing';
import { eventScore, HALF_LIFE_HOURS, heat, scoreOf } from './trending';

const NOW = Date.UTC(2026, 6, 24, 12);
const HOUR = 3_600_000;

const score = fc
  .array(
    fc.record({
      weight: fc.constantFrom(0.25, 1, 1.5),
      at: fc.integer({ min: NOW - 60 * 24 * HOUR, max: NOW }),
    }),
    { minLength: 1, maxLength: 200 },
  )
  .map((events) => scoreOf(events) ?? Number.NaN);

describe('votes to pass', () => {
  test('really pass, and one less does not', () => {
    fc.assert(
      fc.property(score, score, (a, b) => {
        const [own, above] = a < b ? [a, b] : [b, a];
        const votes = votesToPass(own, above, NOW);
        expect(votes).toBeGreaterThanOrEqual(1);
        expect(withVotes(own, votes, NOW)).toBeGreaterThan(above);
        if (votes > 1) expect(withVotes(own, votes - 1, NOW)).toBeLessThanOrEqual(above);
      }),
    );
  });

  test('a tie takes one, and so does exactly one upvote ahead two', () => {
    const one = eventScore(1, NOW);
    expect(votesToPass(one, one, NOW)).toBe(1);
    expect(votesToPass(one, eventScore(2, NOW), NOW)).toBe(2);
    expect(votesToPass(one, eventScore(1.9, NOW), NOW)).toBe(1);
  });

  test('does not count to the end of the world', () => {
    const own = eventScore(1, NOW - 365 * 24 * HOUR);
    expect(votesToPass(own, eventScore(1, NOW + 20 * 365 * 24 * HOUR), NOW)).toBe(
      Number.POSITIVE_INFINITY,
    );
  });
});

describe('falling', () => {
  test('to the half takes a half-life, at any heat', () => {
    fc.assert(
      fc.property(score, (z) => {
        const half = hoursUntil(z, heat(z, NOW) / 2, NOW);
        expect(half).toBeCloseTo(HALF_LIFE_HOURS, 9);
        expect(heat(z, NOW + half * HOUR) / heat(z, NOW)).toBeCloseTo(0.5, 9);
      }),
    );
  });

  test('to any level takes the time after which heat() says that level', () => {
    fc.assert(
      fc.property(score, fc.double({ min: 1e-6, max: 1e6, noNaN: true }), (z, level) => {
        const hours = hoursUntil(z, level, NOW);
        expect(Math.abs(heat(z, NOW + hours * HOUR) / level - 1)).toBeLessThan(1e-9);
      }),
    );
  });
});
