import { expect, test } from 'vitest';
import { upvoteInput } from './schema';

// Negative places are on New.
test.each([1, 25, 100, -1, -100, undefined])('a vote may come from place %s', (place) => {
  expect(upvoteInput.safeParse({ paperId: 1, upvoted: true, place }).success).toBe(true);
});

test.each([0, -101, 101, 1.5, '3', null])('a vote does not come from place %s', (place) => {
  expect(upvoteInput.safeParse({ paperId: 1, upvoted: true, place }).success).toBe(false);
});
