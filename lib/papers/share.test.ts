import { expect, it } from 'vitest';
import fc from '@/lib/base/testing/fast-check';
import { badgeMarkdown, linkMarkdown } from './share';

const ADDRESS = 'https://papers.example.org/papers/2201.04388';

it.each([
  ['A [bracketed] title', `[A \\[bracketed\\] title](${ADDRESS})`],
  ['Two\nlines', `[Two lines](${ADDRESS})`],
])('%s', (title, markdown) => {
  expect(linkMarkdown(title, ADDRESS)).toBe(markdown);
  expect(badgeMarkdown(title, ADDRESS)).toBe(
    `[!${markdown.replace(')', '/badge.svg)')}](${ADDRESS})`,
  );
});

it('no title can close its brackets', () => {
  fc.assert(
    fc.property(fc.string(), (title) => {
      const text = linkMarkdown(title, ADDRESS).slice(1, -`](${ADDRESS})`.length);
      expect(text.replace(/\\./g, '')).not.toMatch(/[[\]\n]/);
    }),
  );
});
