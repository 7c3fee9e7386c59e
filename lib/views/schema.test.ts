import { expect, test } from 'vitest';
import { beaconInput, MOST_BYTES, MOST_SEEN } from './schema';

const parse = (seen: unknown) => beaconInput.safeParse({ seen });
const page = (papers: number) => Array.from({ length: papers }, (_, i) => [1e15 - i, i + 1]);

test('accepts a page of Trending, and papers seen elsewhere', () => {
  const beacon = beaconInput.parse({ seen: [...page(25), [7, 0], [8, 0]] });
  expect(beacon.seen[1]).toEqual({ paperId: 1e15 - 1, place: 2 });
  expect(beacon.seen.at(-1)).toEqual({ paperId: 8, place: 0 });
});

test('the largest valid beacon fits its byte limit', () => {
  const body = JSON.stringify({ seen: page(MOST_SEEN) });
  expect(parse(page(MOST_SEEN)).success).toBe(true);
  expect(body.length).toBeLessThan(MOST_BYTES);
});

test.each([
  ['nothing', []],
  ['no list', 'all of them'],
  ['too many', page(MOST_SEEN + 1)],
  ['a place beyond the last', [[1, 101]]],
  ['a place beyond the last of New', [[1, -101]]],
  ['half a place', [[1, 1.5]]],
  ['no place', [[1]]],
  ['more than a place', [[1, 2, 3]]],
  ['a paper that cannot be', [[0, 1]]],
  ['an id beyond whole numbers', [[2 ** 60, 1]]],
  ['an id in quotes', [['1', 1]]],
  [
    'one paper twice',
    [
      [1, 1],
      [1, 2],
    ],
  ],
  [
    'two papers at one place',
    [
      [1, 4],
      [2, 4],
    ],
  ],
])('refuses %s', (_, seen) => {
  expect(parse(seen).success).toBe(false);
});

test('refuses any other field', () => {
  expect(beaconInput.safeParse({ seen: [[1, 1]], reader: 'ada' }).success).toBe(false);
  for (const body of [null, [], 'x', 1]) expect(beaconInput.safeParse(body).success).toBe(false);
});
