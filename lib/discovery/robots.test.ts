import { expect, test } from 'vitest';
import { robotsText } from './robots';

/** As RFC 9309 reads a rule: `*` is anything, `$` is the end. */
const rules = [...robotsText('https://papers.example.org').matchAll(/^Disallow: (.+)$/gm)].map(
  ([, rule = '']) =>
    new RegExp(
      `^${rule
        .replace(/[.+?^{}()|[\]\\]/g, '\\$&')
        .replaceAll('*', '.*')
        .replace(/\$(?!$)/g, '\\$')}`,
    ),
);
const isAllowed = (path: string) => !rules.some((rule) => rule.test(path));

test.each([
  '/search?q=a',
  '/search.atom?q=a',
  '/search/export.bib?q=a',
  '/papers/filter?topic=cs.CV&year=2024',
  '/papers/filter.rss?year=2024',
  '/author/Ada%20Lovelace?page=7',
  '/papers/2201.04388/discussion/newest-question-open/3',
  '/papers/hep-th/9901001/discussion/best',
  '/papers/2201.04388/thread/12',
  '/papers/2201.04388/export.bib',
  '/papers/new/export.csv',
  '/unapi?id=2201.04388&format=ris',
  '/claim?paper=2201.04388',
  '/api/papers/search?q=a',
])('%s is without end and left alone', (path) => expect(isAllowed(path)).toBe(false));

test.each([
  '/',
  '/papers/2201.04388',
  '/papers/hep-th/9901001',
  '/papers/2201.04388.md',
  '/papers/2201.04388/card.png',
  '/papers/new',
  '/papers/new.atom',
  '/papers/date/2026-07-25',
  '/topics/cs.CV/new/3',
  '/collections/abcdefgh12345678',
  '/u/ada',
  '/about',
  '/sitemap.xml',
])('%s may be read', (path) => expect(isAllowed(path)).toBe(true));
