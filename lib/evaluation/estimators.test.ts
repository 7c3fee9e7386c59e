import { describe, expect, test } from 'vitest';
import fc from '@/lib/base/testing/fast-check';
import { estimateVotes, guessRate, MOST_WEIGHT, type Observed } from './estimators';

const share = (i: number) => 0.1 * (i + 1) ** -0.87;
const amount = (max: number) => fc.double({ min: 0, max, noNaN: true });

/** Papers in the order to estimate, with their true rates. */
const papers = fc.array(
  fc.record({
    rate: amount(0.5),
    expected: fc.double({ min: 0.5, max: 50, noNaN: true }),
    shown: fc.nat(60),
    guess: amount(0.5),
  }),
  { minLength: 1, maxLength: 60 },
);
const VIEWS = 100;
const viewsAt = (i: number) => VIEWS * share(i);
const observed = (
  all: { rate: number; expected: number; shown: number; guess: number }[],
  votes: (paper: { rate: number; expected: number; shown: number }) => number,
): Observed[] =>
  all.map(({ rate, expected, shown, guess }) => ({
    expected,
    shown,
    guess,
    votes: votes({ rate, expected, shown }),
  }));
const truth = (all: { rate: number }[]) =>
  all.reduce((sum, { rate }, i) => sum + viewsAt(i) * rate, 0);

describe('estimates of another order', () => {
  test('are right by inverse propensities if votes follow the expected views', () => {
    fc.assert(
      fc.property(papers, (all) => {
        const votes = observed(all, ({ rate, expected }) => rate * expected);
        expect(estimateVotes(votes, viewsAt).inverse).toBeCloseTo(truth(all), 8);
      }),
    );
  });

  test('are right, doubly robust, if papers were at their expected places, whatever the guess', () => {
    fc.assert(
      fc.property(papers, (all) => {
        const votes = observed(all, ({ rate, expected }) => rate * expected).map((one) => ({
          ...one,
          shown: one.expected,
        }));
        expect(estimateVotes(votes, viewsAt).robust).toBeCloseTo(truth(all), 8);
      }),
    );
  });

  test('are right if the guesses are, whatever views were expected', () => {
    fc.assert(
      fc.property(papers, (all) => {
        const votes = observed(all, ({ rate, shown }) => rate * shown).map((one, i) => ({
          ...one,
          guess: all[i]?.rate ?? 0,
        }));
        expect(estimateVotes(votes, viewsAt).robust).toBeCloseTo(truth(all), 8);
      }),
    );
  });

  test('bound the weight of a vote, and use the guess for a paper that could not be seen', () => {
    const one = { shown: 0, guess: 0.1 };
    expect(estimateVotes([{ ...one, expected: 1e-9, votes: 1 }], () => 10)).toEqual({
      inverse: MOST_WEIGHT,
      robust: MOST_WEIGHT + 1,
    });
    expect(estimateVotes([{ ...one, expected: 0, votes: 0 }], () => 10)).toEqual({
      inverse: 0,
      robust: 1,
    });
  });
});

test('are unbiased by inverse propensities over all random draws', () => {
  // One of `waiting` papers gets a place with 8 views; the others keep places that are rarely seen.
  const site = fc.record({
    rates: fc.array(amount(0.5), { minLength: 2, maxLength: 20 }),
    rare: fc.double({ min: 0.5, max: 7, noNaN: true }),
  });
  fc.assert(
    fc.property(site, ({ rates, rare }) => {
      const chance = 1 / rates.length;
      const expected = chance * 8 + (1 - chance) * rare;
      const mean = rates
        .map((_, drawn) =>
          estimateVotes(
            rates.map((rate, i) => {
              const shown = i === drawn ? 8 : rare;
              return { expected, shown, votes: shown * rate, guess: 0.03 };
            }),
            viewsAt,
          ),
        )
        .reduce(
          (sum, one) => ({
            inverse: sum.inverse + chance * one.inverse,
            robust: sum.robust + chance * one.robust,
          }),
          { inverse: 0, robust: 0 },
        );
      const right = truth(rates.map((rate) => ({ rate })));
      expect(mean.inverse).toBeCloseTo(right, 8);
      expect(mean.robust).toBeCloseTo(right, 8);
    }),
  );
});

test('guess between the average and the rate of the paper', () => {
  fc.assert(
    fc.property(fc.nat(50), fc.nat(500), amount(0.5), (votes, more, average) => {
      const views = votes + more + 1;
      const guess = guessRate(votes, views, average);
      const [low, high] = [average, votes / views].sort((a, b) => a - b) as [number, number];
      expect(guess).toBeGreaterThanOrEqual(low - 1e-12);
      expect(guess).toBeLessThanOrEqual(high + 1e-12);
    }),
  );
});
