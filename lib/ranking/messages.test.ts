import { expect, test } from 'vitest';
import {
  formatDivisor,
  formatExposure,
  formatRate,
  placeWords,
  sparklineWords,
  upvotesOfViews,
  viewsWords,
} from './messages';

test.each([
  [0.2, '0'],
  [7.4, '7'],
  [43.2, '43'],
  [318, '320'],
  [12_345, '12,000'],
])('an exposure of %d is about %s', (views, shown) => expect(formatExposure(views)).toBe(shown));

test('views are formatted', () => {
  expect([0, 1, 318].map((views) => upvotesOfViews(2, views))).toEqual([
    '2 upvotes, no views counted yet',
    '2 upvotes from about 1 view',
    '2 upvotes from about 320 views',
  ]);
  expect([0, 1, 12.44].map(viewsWords)).toEqual(['0 views', '1.0 view', '12.4 views']);
});

test('rates and divisors have two significant digits', () => {
  expect([0.0834, 0.124, 0.001].map(formatRate)).toEqual(['8.3%', '12%', '0.1%']);
  expect([1, 1.26, 12.4, 4_321].map(formatDivisor)).toEqual(['1.0', '1.3', '12', '4,321']);
});

test('a sparkline has a description', () => {
  expect(sparklineWords([0, 2, 1])).toBe('3 upvotes in 3 days, 1 today');
  expect(sparklineWords([1, 0])).toBe('1 upvote in 2 days, none today');
});

test.each([
  [1, '#1'],
  [100, '#100'],
  [101, 'about #100'],
  [1_234, 'about #1,200'],
])('place %d is %s', (place, shown) => expect(placeWords(place)).toBe(shown));
