import { expect, test } from 'vitest';
import { feedAddress, pagePath, parseSource } from './paths';
import type { Source } from './types';

const ADDRESSES: [Source, page: string, feed: string][] = [
  [{ kind: 'papers', feed: { kind: 'trending' } }, '/', '/trending.atom'],
  [{ kind: 'papers', feed: { kind: 'new' } }, '/papers/new', '/papers/new.atom'],
  [{ kind: 'papers', feed: { kind: 'with-code' } }, '/papers/with-code', '/papers/with-code.atom'],
  [
    { kind: 'papers', feed: { kind: 'year', year: 2024 } },
    '/papers/year/2024',
    '/papers/year/2024.atom',
  ],
  [
    { kind: 'papers', feed: { kind: 'week', at: '2026-W30' } },
    '/papers/week/2026-W30',
    '/papers/week/2026-W30.atom',
  ],
  [
    { kind: 'papers', feed: { kind: 'topic', topic: 'cs.CV', order: 'trending' } },
    '/topics/cs.CV',
    '/topics/cs.CV.atom',
  ],
  [
    { kind: 'papers', feed: { kind: 'topic', topic: 'cs.CV', order: 'new' } },
    '/topics/cs.CV/new',
    '/topics/cs.CV/new.atom',
  ],
  [
    {
      kind: 'papers',
      feed: { kind: 'topic', topic: 'cs.CV', order: { kind: 'date', at: '2026-07-25' } },
    },
    '/topics/cs.CV/date/2026-07-25',
    '/topics/cs.CV/date/2026-07-25.atom',
  ],
  [{ kind: 'latest', period: 'date', topic: null }, '/papers', '/papers.atom'],
  [{ kind: 'latest', period: 'month', topic: null }, '/papers/month', '/papers/month.atom'],
  [
    { kind: 'latest', period: 'date', topic: 'cs.CV' },
    '/topics/cs.CV/date',
    '/topics/cs.CV/date.atom',
  ],
  [{ kind: 'organization', slug: 'a-lab' }, '/org/a-lab', '/org/a-lab.atom'],
  [{ kind: 'reader', handle: 'ada' }, '/u/ada', '/u/ada.atom'],
  [{ kind: 'comments' }, '/papers/discussed', '/comments.atom'],
  [
    { kind: 'discussion', slug: '2201.04388' },
    '/papers/2201.04388#comments',
    '/papers/2201.04388/comments.atom',
  ],
  [
    { kind: 'discussion', slug: 'hep-th/9901001' },
    '/papers/hep-th/9901001#comments',
    '/papers/hep-th/9901001/comments.atom',
  ],
];

test.each(ADDRESSES)('%j has an address that parses to itself', (source, page, feed) => {
  expect(pagePath(source)).toBe(page);
  expect(feedAddress(source, 'atom')).toBe(feed);
  expect(parseSource(feed.slice(1).replace(/\.atom$/, ''))).toEqual(source);
});

test('the query of a search or a filter follows the format', () => {
  const search: Source = { kind: 'search', params: { q: 'a b', sort: '', page: '3', code: '1' } };
  expect(feedAddress(search, 'rss')).toBe('/search.rss?q=a+b&code=1');
  const filter = { topic: 'cs.CV', hasCode: true, year: null, order: 'trending' } as const;
  expect(feedAddress({ kind: 'papers', feed: { kind: 'filter', filter } }, 'json')).toBe(
    '/papers/filter.json?topic=cs.CV&code=1',
  );
});

test.each([
  '',
  'trending/2',
  'papers/2201.04388',
  'papers/trending',
  'papers/date/2026-02-30',
  'papers/week/2025-W53',
  'papers/year/24',
  'papers/new/2',
  'papers/nonsense/comments',
  'topics/cs.XY',
  'topics/cs.CV/new/2',
  'topics/cs.CV/date/2026-07-25/2',
  'u/a.b',
  'u/%00',
  'org/',
  'search',
])('%j is no list', (path) => {
  expect(parseSource(path)).toBeNull();
});
