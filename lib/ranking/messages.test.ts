import { expect, test } from 'vitest';
import { formatHeat, formatHeatBriefly, formatTerm, sparklineWords } from './messages';

test.each([
  [1234.4, '1,234'],
  [12.4, '12'],
  [9.96, '10'],
  [9.94, '9.9'],
  [0.5, '0.5'],
  [0.09, '0.09'],
  [0.0001, 'under 0.01'],
  [0, 'under 0.01'],
])('a heat of %d is %s', (heat, shown) => expect(formatHeat(heat)).toBe(shown));

test('a row has room for five characters', () => {
  expect([123_456, 1234.4, 999.6, 45.2, 0.001].map(formatHeatBriefly)).toEqual([
    '123K',
    '1.2K',
    '1K',
    '45',
    '0.00',
  ]);
});

test('terms keep two digits', () => {
  expect([1234.5, 0.456, 0.001].map(formatTerm)).toEqual(['1,234.50', '0.46', '< 0.01']);
});

test('a sparkline in words', () => {
  expect(sparklineWords([0, 2, 1])).toBe('3 upvotes in 3 days, 1 today');
  expect(sparklineWords([1, 0])).toBe('1 upvote in 2 days, none today');
});
