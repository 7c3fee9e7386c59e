import { describe, expect, test } from 'vitest';
import { readRecords } from './read';
import type { Parsed } from './types';

const DEPTH = 20_000;
const deep = (open: string, close: string, inside = '') =>
  open.repeat(DEPTH) + inside + close.repeat(DEPTH);
const LISTS = deep('[', ']');
const OBJECTS = deep('{"a":', '}', '1');

const sound = (n: number) =>
  JSON.stringify({ id: `2401.0000${n}`, title: `Paper ${n}`, published: '2024-01-01' });
const field = (name: string, value: string) =>
  `{"id":"2401.00009","title":"Deep","published":"2024-01-01","${name}":${value}}`;
const entry = (n: number, inside = '') => `<entry>
  <id>http://arxiv.org/abs/2401.0000${n}v1</id><title>Paper ${n}</title><summary>Text.</summary>
  <published>2024-01-01T00:00:00Z</published><updated>2024-01-01T00:00:00Z</updated>
  <author><name>Ada Lovelace</name></author><category term="cs.LG"/>${inside}</entry>`;
const feed = (...entries: string[]) =>
  `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom">${entries.join('')}</feed>`;

const BROKEN: [string, string][] = [
  ...['title', 'authors', 'organization', 'versions', 'links', 'unknown', 'paper'].flatMap(
    (name): [string, string][] => [
      [`lists in "${name}"`, field(name, LISTS)],
      [`objects in "${name}"`, field(name, OBJECTS)],
    ],
  ),
  ['a list instead of a record', `{"x":${LISTS}}`],
  ['an entry of a daily list', `{"paper":{"id":"2401.00009","title":"Deep","authors":${LISTS}}}`],
];

async function read(text: string): Promise<Parsed[]> {
  const found: Parsed[] = [];
  async function* once() {
    yield text;
  }
  for await (const parsed of readRecords(once())) found.push(parsed);
  return found;
}

/**
 * Expects one refused record between two accepted ones; it can be written to the file of refused
 * records.
 */
function expectOneRefused(found: Parsed[], reason: RegExp) {
  expect(found.map(({ ok }) => ok)).toEqual([true, false, true]);
  const refused = found[1];
  expect(refused && !refused.ok ? refused.reason : '').toMatch(reason);
  expect(() => JSON.stringify(refused)).not.toThrow();
}

describe('a deeply nested record is refused, and the others are accepted', () => {
  test.each(BROKEN)('%s, on a line', async (_, broken) => {
    expectOneRefused(await read([sound(1), broken, sound(2), ''].join('\n')), /nested too deeply/);
  });

  test.each(BROKEN)('%s, in a list', async (_, broken) => {
    expectOneRefused(await read(`[${[sound(1), broken, sound(2)]}]`), /nested too deeply/);
  });

  test('in a response of arXiv', async () => {
    const nested = deep('<a>', '</a>');
    expectOneRefused(await read(feed(entry(1), entry(9, nested), entry(2))), /nested too deeply/);
  });
});

test('a malformed recorded response does not end the file either', async () => {
  const answer = JSON.stringify({ url: 'https://a.example', status: 200, body: 'Not found' });
  expectOneRefused(await read([sound(1), answer, sound(2), ''].join('\n')), /not a format/);
});
