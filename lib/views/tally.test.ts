import { expect, test } from 'vitest';
import fc from '@/lib/base/testing/fast-check';
import { createTally, HOUR, hourOf } from './tally';

const NOON = Date.UTC(2026, 6, 1, 12);

test('an hour starts on the hour, in UTC', () => {
  expect(hourOf(NOON)).toBe(NOON);
  expect(hourOf(NOON + HOUR - 1)).toBe(NOON);
  expect(hourOf(NOON + HOUR)).toBe(NOON + HOUR);
});

test('paper, place and hour are separate, the rest is summed', () => {
  const tally = createTally();
  tally.add({ paperId: 1, place: 3 }, NOON);
  tally.add({ paperId: 1, place: 3 }, NOON, 4);
  tally.add({ paperId: 1, place: 0 }, NOON);
  tally.add({ paperId: 13, place: 3 }, NOON);
  tally.add({ paperId: 1, place: 3 }, NOON + HOUR);
  expect(tally.take()).toEqual([
    { paperId: 1, place: 3, hour: NOON, views: 5 },
    { paperId: 1, place: 0, hour: NOON, views: 1 },
    { paperId: 13, place: 3, hour: NOON, views: 1 },
    { paperId: 1, place: 3, hour: NOON + HOUR, views: 1 },
  ]);
  expect(tally.take()).toEqual([]);
});

test('a million papers take no more memory than the limit, and known ones are still counted', () => {
  const tally = createTally(1_000);
  for (let paperId = 1; paperId <= 1_000_000; paperId++) tally.add({ paperId, place: 0 }, NOON);
  expect(tally.size()).toBe(1_000);
  expect(tally.add({ paperId: 5_000, place: 0 }, NOON)).toBe(false);
  expect(tally.add({ paperId: 5, place: 0 }, NOON)).toBe(true);
  expect(tally.take()[4]).toEqual({ paperId: 5, place: 0, hour: NOON, views: 2 });
});

test('counts that could not be stored are merged with later ones, within the limit', () => {
  const tally = createTally(2);
  tally.add({ paperId: 1, place: 1 }, NOON, 3);
  tally.add({ paperId: 2, place: 2 }, NOON, 5);
  const taken = tally.take();
  tally.add({ paperId: 3, place: 1 }, NOON);
  tally.putBack(taken);
  expect(tally.take().map(({ paperId, views }) => [paperId, views])).toEqual([
    [3, 1],
    [1, 3],
  ]);
});

test('below the limit no view is lost, however often it is taken and put back', () => {
  const step = fc.oneof(
    fc.record({ paperId: fc.integer({ min: 1, max: 9 }), place: fc.nat(3) }),
    fc.constantFrom('store' as const, 'fail' as const),
  );
  fc.assert(
    fc.property(fc.array(step), (steps) => {
      const tally = createTally();
      let [added, stored] = [0, 0];
      const sum = (counts: { views: number }[]) => counts.reduce((n, { views }) => n + views, 0);
      for (const one of steps) {
        if (one === 'store') stored += sum(tally.take());
        else if (one === 'fail') tally.putBack(tally.take());
        else if (tally.add(one, NOON)) added++;
      }
      expect(stored + sum(tally.take())).toBe(added);
    }),
  );
});
