import { expect, test } from 'vitest';
import fc from '@/lib/base/testing/fast-check';
import { readFilter } from './filter';
import { feedPath, filterFeed } from './paths';

const read = (query: string) => readFilter(new URLSearchParams(query), 2026);

test.each([
  ['topic=cs.cv&code=1', 'cs.CV', '/papers/filter?topic=cs.CV&code=1'],
  ['topic=%20cs.CV&year=2024', 'cs.CV', '/papers/filter?topic=cs.CV&year=2024'],
  ['topic=Computer+Vision&code=1', 'cs.CV', '/papers/filter?topic=cs.CV&code=1'],
  ['topic=robotics&code=on&order=new', 'cs.RO', '/papers/filter?topic=cs.RO&code=1&order=new'],
  ['topic=cs.CV&code=&year=&order=trending', 'cs.CV', '/topics/cs.CV'],
  ['topic=cs.CV&code=0', 'cs.CV', '/topics/cs.CV'],
  ['code=1&page=3', null, '/papers/with-code/3'],
  ['year=2024', null, '/papers/year/2024'],
  ['', null, '/'],
])('%s is parsed', (query, topic, path) => {
  const request = read(query);
  expect(request.ok && request.filter.topic).toBe(topic);
  expect(request.ok && feedPath(filterFeed(request.filter), request.page)).toBe(path);
});

test('errors are reported by field, and the input is kept', () => {
  const request = read('topic=cs.XY&code=1&year=24&order=best&page=0');
  expect(request).toMatchObject({
    ok: false,
    typed: { topic: 'cs.XY', code: true, year: '24', order: 'best' },
  });
  if (request.ok) return;
  expect(Object.keys(request.problems)).toEqual(['topic', 'year', 'order', 'page']);
  expect(request.problems.topic?.suggestions).toEqual([]);
});

test('an ambiguous name is refused with its topics', () => {
  const request = read('topic=numerical+analysis');
  expect(!request.ok && request.problems.topic?.suggestions).toEqual(['cs.NA', 'math.NA']);
  expect(read('topic=learning').ok).toBe(false);
});

test.each([
  'year=02024',
  'year=2.02e3',
  'year=1899',
  'year=2027',
  'year=-2024',
  'page=101',
  'page=1.5',
  'page=x',
])('%s is refused', (query) => {
  expect(read(query).ok).toBe(false);
});

test('any query is parsed or refused, and a canonical address parses to itself', () => {
  fc.assert(
    fc.property(
      fc.record({ topic: fc.string(), code: fc.string(), year: fc.string(), page: fc.string() }),
      (fields) => {
        const request = readFilter(new URLSearchParams(fields), 2026);
        if (!request.ok) return;
        const path = feedPath(filterFeed(request.filter), request.page);
        if (!path.startsWith('/papers/filter')) return;
        const again = read(path.split('?')[1] ?? '');
        expect(again.ok && feedPath(filterFeed(again.filter), again.page)).toBe(path);
      },
    ),
  );
});
