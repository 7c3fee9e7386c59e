import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addScores,
  eventScore,
  HALF_LIFE_HOURS,
  heat,
  LANDMARK,
  type RankingEvent,
  scoreOf,
  WEIGHTS,
} from './trending';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOW = LANDMARK + 300 * DAY;

const incremental = (events: RankingEvent[]) =>
  events.reduce<number | null>((z, e) => addScores(z, eventScore(e.weight, e.at)), null);

/** The definition: what every event is still worth at `now`, summed up. */
const decayedSum = (events: RankingEvent[], now: number) =>
  events.reduce(
    (sum, e) => sum + e.weight * 2 ** (-(now - Number(e.at)) / (HALF_LIFE_HOURS * HOUR)),
    0,
  );

const close = (a: number, b: number) => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b));

const anEvent = fc.record({
  weight: fc.oneof(
    fc.constantFrom(...Object.values(WEIGHTS)),
    fc.double({ min: 1e-6, max: 50, noNaN: true }),
  ),
  at: fc.integer({ min: NOW - 90 * DAY, max: NOW }),
});
const history = fc.array(anEvent, { minLength: 1, maxLength: 60 });

describe('what a score says', () => {
  test('an upvote is worth one at first and half after each half-life', () => {
    const z = eventScore(WEIGHTS.upvote, NOW);
    expect(heat(z, NOW)).toBeCloseTo(1, 9);
    expect(heat(z, NOW + HALF_LIFE_HOURS * HOUR)).toBeCloseTo(0.5, 9);
    expect(heat(z, NOW + 10 * HALF_LIFE_HOURS * HOUR)).toBeCloseTo(2 ** -10, 12);
  });

  test('a date and its milliseconds are the same instant', () => {
    expect(eventScore(1, new Date(NOW))).toBe(eventScore(1, NOW));
  });

  test('two upvotes at once are one half-life better than one', () => {
    const one = eventScore(1, NOW);
    expect(addScores(one, one)).toBeCloseTo(one + 1, 12);
  });

  test('a paper without events has no score', () => {
    expect(scoreOf([])).toBeNull();
    expect(addScores(null, 3.5)).toBe(3.5);
  });

  test.each([0, -1, Number.NaN])('an event cannot weigh %d', (weight) => {
    expect(() => eventScore(weight, NOW)).toThrow(RangeError);
  });

  test('heat is the decayed sum', () => {
    fc.assert(
      fc.property(history, fc.integer({ min: 0, max: 40 * DAY }), (events, later) => {
        const z = scoreOf(events) ?? Number.NaN;
        const sum = decayedSum(events, NOW + later);
        return Math.abs(heat(z, NOW + later) / sum - 1) < 1e-9;
      }),
    );
  });
});

describe('adding one by one', () => {
  test('agrees with the recomputed score', () => {
    fc.assert(
      fc.property(history, (events) => {
        return close(incremental(events) ?? Number.NaN, scoreOf(events) ?? Number.NaN);
      }),
    );
  });

  test('does not depend on the order of events', () => {
    const shuffled = history.chain((events) =>
      fc.tuple(
        fc.constant(events),
        fc.shuffledSubarray(events, { minLength: events.length, maxLength: events.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([events, other]) =>
        close(incremental(events) ?? Number.NaN, incremental(other) ?? Number.NaN),
      ),
    );
  });

  test('an old event still counts 60 days later, as little as it should', () => {
    const old = eventScore(1, NOW - 60 * DAY);
    const both = addScores(eventScore(1, NOW), old);
    expect(both).toBeGreaterThan(eventScore(1, NOW));
    expect(heat(both, NOW)).toBeCloseTo(1 + 2 ** -30, 12);
  });

  test('stays finite over a century', () => {
    const first = eventScore(1, LANDMARK - 36_500 * DAY);
    const last = eventScore(1, LANDMARK + 36_500 * DAY);
    expect(addScores(first, last)).toBe(last);
    expect(addScores(last, first)).toBe(last);
    expect(scoreOf([{ weight: 1, at: LANDMARK - 36_500 * DAY }])).toBe(first);
  });

  test('100,000 upvotes within a day', () => {
    const events = Array.from({ length: 100_000 }, (_, i) => ({ weight: 1, at: NOW + i * 864 }));
    const z = scoreOf(events) ?? Number.NaN;
    expect(close(incremental(events) ?? Number.NaN, z)).toBe(true);
    expect(heat(z, NOW + DAY) / decayedSum(events, NOW + DAY)).toBeCloseTo(1, 9);
  });

  test('a million tiny weights add up to what they weigh', () => {
    const y = eventScore(1e-6, NOW);
    let z = addScores(null, y);
    for (let i = 1; i < 1_000_000; i++) z = addScores(z, y);
    expect(heat(z, NOW)).toBeCloseTo(1, 6);
  });
});

test('the order is that of the decayed sums, now and at any later moment', () => {
  fc.assert(
    fc.property(
      fc.array(history, { minLength: 2, maxLength: 8 }),
      fc.integer({ min: 0, max: 60 * DAY }),
      (papers, later) => {
        const ranked = papers
          .map((events) => ({ z: incremental(events) ?? Number.NaN, events }))
          .sort((a, b) => b.z - a.z)
          .map(({ events }) => decayedSum(events, NOW + later));
        return ranked.every((sum, i) => i === 0 || sum <= (ranked[i - 1] ?? 0) * (1 + 1e-9));
      },
    ),
  );
});
