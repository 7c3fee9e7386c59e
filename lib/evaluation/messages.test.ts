import { expect, test } from 'vitest';
import { aheadWords, rangeWords, valueWords } from './messages';

test('a difference is named only if its interval excludes zero', () => {
  const words = (low: number, high: number) => aheadWords({ value: (low + high) / 2, low, high });
  expect(words(0.1, 0.5)).toBe('more (+0.30, +0.10 to +0.50)');
  expect(words(-0.5, -0.1)).toBe('fewer (−0.30, −0.50 to −0.10)');
  expect(words(-0.2, 0.4)).toBe('too close to call (+0.10, −0.20 to +0.40)');
});

test('upvotes are never negative', () => {
  expect(rangeWords({ value: 0.1, low: -0.2, high: 0.4 })).toBe('0.00 to 0.40');
  expect(valueWords({ value: -0.1, low: -0.2, high: 0 })).toBe('0.00');
});
