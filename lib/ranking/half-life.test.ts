import { expect, test } from 'vitest';
import { adviceWords, adviseHalfLife, suitableHalfLife } from './half-life';

test('the busier a site, the shorter its half-life', () => {
  expect([0.1, 10, 30, 100, 300, 5_000].map(suitableHalfLife)).toEqual([84, 84, 84, 60, 40, 40]);
});

test('advice is given if the configured value does not suit', () => {
  expect(adviseHalfLife(30, 84)).toBeNull();
  expect(adviseHalfLife(30, 72)).toBeNull();
  const advice = adviseHalfLife(312.4, 84);
  expect(advice && adviceWords(advice)).toBe(
    'The site lists about 312 papers a day. TRENDING_HALF_LIFE=40 suits that better than 84.',
  );
});
