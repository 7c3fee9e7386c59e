import { expect, it } from 'vitest';
import { parseWindows } from './windows';

it('parses limits, the shortest window first', () => {
  expect(parseWindows('60/min')).toEqual([{ limit: 60, seconds: 60 }]);
  expect(parseWindows('30/h, 1/5s')).toEqual([
    { limit: 1, seconds: 5 },
    { limit: 30, seconds: 3600 },
  ]);
  expect(parseWindows('25 / 5 min')).toEqual([{ limit: 25, seconds: 300 }]);
  expect(parseWindows('20/day')).toEqual([{ limit: 20, seconds: 86_400 }]);
});

it.each(['', '60', '0/min', '5/0s', '-1/min', '60/fortnight', '60/min,', '1e3/min'])(
  'refuses %j',
  (text) => {
    expect(parseWindows(text)).toBeNull();
  },
);
