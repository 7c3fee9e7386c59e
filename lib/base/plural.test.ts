import { expect, it } from 'vitest';
import { plural } from './plural';

it.each([
  [0, '0 upvotes'],
  [1, '1 upvote'],
  [2, '2 upvotes'],
  [21, '21 upvotes'],
  [1200, '1,200 upvotes'],
])('pluralizes %i', (count, words) => expect(plural(count, 'upvote')).toBe(words));

it('takes an irregular plural', () => {
  expect(plural(2, 'reply', 'replies')).toBe('2 replies');
});
