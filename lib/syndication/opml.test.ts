import { parseOpml } from 'feedsmith';
import { expect, test } from 'vitest';
import { followsOpml } from './opml';

const SITE = { name: 'Papertide', url: 'https://papers.example.org' };

test('each follow is a feed that feed readers can import', () => {
  const text = followsOpml(
    [
      { kind: 'topic', value: 'cs.CV', label: 'cs.CV' },
      { kind: 'organization', value: 'a-lab', label: 'A <Lab> & more' },
      { kind: 'reader', value: 'ada', label: '@ada' },
      { kind: 'author', value: 'O"Neil & Co', label: 'O"Neil & Co' },
    ],
    SITE,
  );
  const { body, head } = parseOpml(text);
  expect(head?.title).toBe('What I follow on Papertide');
  expect(body?.outlines?.map(({ text, type, xmlUrl }) => [text, type, xmlUrl])).toEqual([
    ['cs.CV · Papertide', 'rss', 'https://papers.example.org/topics/cs.CV.atom'],
    ['A <Lab> & more · Papertide', 'rss', 'https://papers.example.org/org/a-lab.atom'],
    ['@ada · Papertide', 'rss', 'https://papers.example.org/u/ada.atom'],
    [
      'O"Neil & Co · Papertide',
      'rss',
      'https://papers.example.org/search.atom?q=author%3A%22ONeil+%26+Co%22',
    ],
  ]);
});

test('no follows are an empty outline', () => {
  expect(followsOpml([], SITE)).toContain('<body');
});
