import { describe, expect, test } from 'vitest';
import fc from '@/lib/base/testing/fast-check';
import { votesToPass, withVotes } from './standing';
import { DEFAULT_SCALE, PRIOR, priorOf, scoreOf } from './trending';

const NOW = Date.UTC(2026, 6, 24, 12);
const HOUR = 3_600_000;
const NONE = { weight: 0, exposure: 0, outsideWeight: 0, outsideExposure: 0, prior: PRIOR };

const figures = fc.record({
  weight: fc.nat(400).map((quarters) => quarters / 4),
  exposure: fc.double({ min: 0, max: 1e4, noNaN: true }),
  outsideWeight: fc.nat(40),
  outsideExposure: fc.double({ min: 0, max: 500, noNaN: true }),
  prior: fc.nat(200).map(priorOf),
  listedAt: fc.integer({ min: NOW - 20 * 24 * HOUR, max: NOW }),
});

describe('votes to pass', () => {
  test('are enough, and one less is not', () => {
    fc.assert(
      fc.property(figures, figures, (a, b) => {
        const [own, other] = scoreOf(a) < scoreOf(b) ? [a, b] : [b, a];
        const above = scoreOf(other);
        const votes = votesToPass(own, above, DEFAULT_SCALE);
        expect(votes).toBeGreaterThanOrEqual(1);
        expect(scoreOf(withVotes(own, votes))).toBeGreaterThan(above);
        if (votes > 1) expect(scoreOf(withVotes(own, votes - 1))).toBeLessThanOrEqual(above + 1e-9);
      }),
    );
  });

  test('is one for a tie', () => {
    const own = { ...NONE, weight: 3, exposure: 50, listedAt: NOW };
    expect(votesToPass(own, scoreOf(own), DEFAULT_SCALE)).toBe(1);
  });

  test('is infinite if no number suffices', () => {
    const own = { ...NONE, listedAt: NOW - 365 * 24 * HOUR };
    const above = scoreOf({ ...NONE, listedAt: NOW + 20 * 365 * 24 * HOUR });
    expect(votesToPass(own, above, DEFAULT_SCALE)).toBe(Number.POSITIVE_INFINITY);
  });
});
