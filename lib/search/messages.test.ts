import { expect, it } from 'vitest';
import { foundMessage } from './messages';

it.each([
  [{ all: 1, some: 24, page: 1 }, '1 paper with all words, 24 with some'],
  [{ all: 0, some: 205, page: 1 }, 'No papers with all words, 205 with some'],
  [{ all: 17, some: 0, page: 2 }, '17 papers, page 2'],
  [{ all: 1, some: 0, page: 1 }, '1 paper'],
  [
    { all: 900, some: 200, page: 1 },
    '900 papers with all words, 200 with some (the first 1,000 are listed)',
  ],
])('%o is formatted as %s', (found, words) => {
  expect(foundMessage(found)).toBe(words);
});
