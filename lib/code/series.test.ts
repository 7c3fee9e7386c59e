import { expect, it } from 'vitest';
import { gainsOf, STAR_DAYS } from './series';

const tail = (gains: number[], n: number) => gains.slice(-n);

it('returns the stars of each day and spreads a gain over days without a count', () => {
  expect(gainsOf([])).toEqual([]);
  expect(gainsOf([{ day: '2026-03-01', stars: 9 }])).toEqual(new Array(STAR_DAYS).fill(0));
  const gains = gainsOf([
    { day: '2026-02-26', stars: 10 },
    { day: '2026-02-27', stars: 13 },
    { day: '2026-03-01', stars: 17 },
    { day: '2026-03-02', stars: 15 },
  ]);
  expect(gains).toHaveLength(STAR_DAYS);
  expect(tail(gains, 5)).toEqual([0, 3, 2, 2, 0]);
  const old = gainsOf([
    { day: '2026-01-01', stars: 0 },
    { day: '2026-03-02', stars: 60 },
  ]);
  expect(old).toEqual(new Array(STAR_DAYS).fill(1));
});
