import { expect, it } from 'vitest';
import { slowness, slownessOf, testWorkers } from './speed.mjs';

it('grows with the time taken, between 1 and a maximum', () => {
  expect([0, 60, 90, 600, 60_000].map(slownessOf)).toEqual([1, 1, 1.5, 10, 10]);
});

it('is measured once', () => {
  const first = slowness();
  expect(first).toBeGreaterThanOrEqual(1);
  expect(slowness()).toBeCloseTo(first, 1);
});

it('workers follow the cores', () => {
  expect([1, 2, 8].map(testWorkers)).toEqual([2, 2, 8]);
});
