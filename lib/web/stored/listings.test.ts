import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import http, { type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import fc from '@/lib/base/testing/fast-check';
import { ResponseStore } from '../response-store';
import type { Made } from './entry';
import { askedOf, isCostly } from './keys';

const request = (url: string, headers: Record<string, string> = {}, method = 'GET') =>
  ({ method, url, headers }) as unknown as IncomingMessage;

const LISTINGS = ['/search', '/search?q=a', '/papers/filter?year=2020', '/author/Ada%20Lovelace'];

describe.each(LISTINGS)('%s', (url) => {
  test.each<Record<string, string>>([
    {},
    { cookie: 'theme=dark' },
    { cookie: 'papertide-hint=1; papertide-sessions=x' },
  ])('is shared by strangers who send %j', (headers) => {
    expect(askedOf(request(url, headers))?.kind).toBe('listing');
    expect(isCostly(request(url, headers))).toBe(true);
  });
  test.each([
    { cookie: 'papertide-session=x' },
    { cookie: 'theme=dark; __Host-papertide-session=x' },
    { cookie: 'theme=dark;papertide-session=' },
  ])('is never shared with who sends %j', (headers) => {
    expect(askedOf(request(url, headers))).toBe(null);
    expect(isCostly(request(url, headers))).toBe(false);
  });
  test('is costly in every form that a stranger may ask for', () => {
    for (const headers of [{ rsc: '1' }, { range: 'bytes=0-1' }, { accept: 'text/markdown' }]) {
      expect(askedOf(request(url, headers as never))).toBe(null);
      expect(isCostly(request(url, headers as never))).toBe(true);
    }
    expect(isCostly(request(url, {}, 'POST'))).toBe(false);
  });
});

test.each([
  '/search.rss?q=a',
  '/papers/filters',
  '/author/a/b',
  '/',
  '/papers/2201.04388',
  '/searching',
])('%s is no such page', (url) => expect(isCostly(request(url))).toBe(false));

test('the same query has one key however it is written, another one another', () => {
  const pairs = fc.array(fc.tuple(fc.constantFrom('q', 'year', 'sort'), fc.string()), {
    maxLength: 4,
  });
  const keyOf = (list: [string, string][]) =>
    askedOf(request(`/search?${new URLSearchParams(list)}`))?.key;
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.tuple(fc.constantFrom('q', 'year', 'sort'), fc.string()), {
        selector: ([name]) => name,
      }),
      pairs,
      (list, other) => {
        expect(keyOf(list.toReversed())).toBe(keyOf(list));
        const plain = (of: [string, string][]) =>
          JSON.stringify(of.toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
        if (plain(other) !== plain(list)) expect(keyOf(other)).not.toBe(keyOf(list));
      },
    ),
  );
});

describe('memory', () => {
  const MAX = 300_000;
  let store = new ResponseStore(MAX);
  let length = 0;
  const make = async (): Promise<Made> => ({
    status: 200,
    headers: { 'content-type': 'text/html', 'content-security-policy': 'x' },
    // Does not compress well.
    body: Buffer.from(randomBytes(length).toString('base64').slice(0, length)),
  });
  const server = http.createServer((incoming, response) => {
    const asked = store.asked(incoming);
    if (!asked || !store.serve(incoming, response, asked, make)) response.end();
  });
  let port = 0;

  beforeAll(async () => {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    port = (server.address() as AddressInfo).port;
  });
  afterAll(() => server.close());
  beforeEach(() => {
    store = new ResponseStore(MAX);
  });

  async function get(path: string, encoding?: string): Promise<void> {
    const headers = encoding ? { 'accept-encoding': encoding } : {};
    const sent = http.request({ port, path, headers, agent: false }).end();
    const [response] = (await once(sent, 'response')) as [IncomingMessage];
    for await (const _ of response);
  }
  const has = (n: number) => store.has({ kind: 'listing', key: `/search?q=${n}` });

  test('never holds more bytes than it may, whatever is asked for in whatever form', async () => {
    for (let n = 0; n < 60; n++) {
      length = 1_000 + ((n * 7_919) % 40_000);
      await get(`/search?q=${n}`, [undefined, 'gzip', 'br'][n % 3]);
      if (n > 2) await get(`/search?q=${n - 1}`, ['br', undefined, 'gzip'][n % 3]);
      expect(store.bytes).toBeLessThanOrEqual(MAX);
    }
    expect(store.bytes).toBeGreaterThan(MAX / 3);
  });

  test('drops those that were asked for longest ago, and counts compressed forms', async () => {
    length = 40_000;
    for (let n = 0; n < 5; n++) await get(`/search?q=${n}`);
    expect([0, 1, 2, 3, 4].filter(has)).toEqual([0, 1, 2, 3, 4]);
    const before = store.bytes;
    await get('/search?q=0', 'gzip');
    expect(store.bytes).toBeGreaterThan(before + length / 2);
    await get('/search?q=0', 'br');
    await get('/search?q=5');
    expect([0, 1, 2, 3, 4, 5].filter(has)).toEqual([0, 2, 3, 4, 5]);
  });

  test('keeps only the compressed form where nobody wants another', async () => {
    length = 40_000;
    await get('/search?q=1', 'gzip');
    expect(store.bytes).toBeLessThan(length);
  });

  test('does not keep what is larger than all of it', async () => {
    length = MAX + 1;
    await get('/search?q=1');
    expect(has(1)).toBe(false);
    expect(store.bytes).toBe(0);
  });
});
