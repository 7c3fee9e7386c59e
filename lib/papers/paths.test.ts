import { expect, test } from 'vitest';
import { type Feed, type Filter, feedPath, filterFeed } from './paths';

test.each<[Feed, string, string]>([
  [{ kind: 'trending' }, '/', '/papers/trending/2'],
  [{ kind: 'new' }, '/papers/new', '/papers/new/2'],
  [{ kind: 'discussed' }, '/papers/discussed', '/papers/discussed/2'],
  [{ kind: 'date', at: '2026-07-25' }, '/papers/date/2026-07-25', '/papers/date/2026-07-25/2'],
  [{ kind: 'week', at: '2026-W30' }, '/papers/week/2026-W30', '/papers/week/2026-W30/2'],
  [{ kind: 'month', at: '2026-07' }, '/papers/month/2026-07', '/papers/month/2026-07/2'],
  [{ kind: 'with-code' }, '/papers/with-code', '/papers/with-code/2'],
  [{ kind: 'year', year: 2024 }, '/papers/year/2024', '/papers/year/2024/2'],
  [{ kind: 'topic', topic: 'cs.CV', order: 'trending' }, '/topics/cs.CV', '/topics/cs.CV/2'],
  [{ kind: 'topic', topic: 'cs.CV', order: 'new' }, '/topics/cs.CV/new', '/topics/cs.CV/new/2'],
  [
    { kind: 'topic', topic: 'hep-th', order: { kind: 'week', at: '2026-W30' } },
    '/topics/hep-th/week/2026-W30',
    '/topics/hep-th/week/2026-W30/2',
  ],
])('%j has the address %s', (feed, first, second) => {
  expect([feedPath(feed), feedPath(feed, 2)]).toEqual([first, second]);
});

const filter = (facts: Partial<Filter>): Filter => ({
  topic: null,
  hasCode: false,
  year: null,
  order: 'trending',
  ...facts,
});

test.each<[Partial<Filter>, string]>([
  [{}, '/'],
  [{ order: 'new' }, '/papers/new'],
  [{ topic: 'cs.CV' }, '/topics/cs.CV'],
  [{ topic: 'cs.CV', order: 'new' }, '/topics/cs.CV/new'],
  [{ hasCode: true }, '/papers/with-code'],
  [{ year: 2024 }, '/papers/year/2024'],
  [{ hasCode: true, order: 'new' }, '/papers/filter?code=1&order=new'],
  [{ year: 2024, order: 'new' }, '/papers/filter?year=2024&order=new'],
  [{ topic: 'cs.CV', hasCode: true }, '/papers/filter?topic=cs.CV&code=1'],
  [
    { topic: 'cs.CV', hasCode: true, year: 2024, order: 'new' },
    '/papers/filter?topic=cs.CV&code=1&year=2024&order=new',
  ],
])('filter %j leads to %s', (facts, path) => {
  expect(feedPath(filterFeed(filter(facts)))).toBe(path);
});

test('pages of a combination stay in the query', () => {
  const feed = filterFeed(filter({ topic: 'cs.CV', year: 2024 }));
  expect(feedPath(feed, 3)).toBe('/papers/filter?topic=cs.CV&year=2024&page=3');
});
