import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { nodeFs } from 'next/dist/server/lib/node-fs-methods.js';
import { afterAll, expect, test } from 'vitest';
import StoredPages from '../../cache-handler.mjs';
import { responseStore } from './response-store';

const folder = mkdtempSync(path.join(tmpdir(), 'papertide-pages-'));
const LIMIT = 1024 * 1024;

afterAll(() => rmSync(folder, { recursive: true }));

type Page = {
  kind: 'APP_PAGE';
  html: string;
  headers?: Record<string, string>;
  status: number;
  postponed?: string;
};
type Stored = { value: Page } | null;
type Handler = {
  get(key: string, context: object): Promise<Stored>;
  set(key: string, page: Page, context: object): Promise<void>;
  revalidateTag(tags: string[], durations?: object): Promise<void>;
};

const Handler = StoredPages as unknown as new (context: object) => Handler;
const handler = new Handler({
  fs: nodeFs,
  flushToDisk: false,
  serverDistDir: folder,
  revalidatedTags: [],
  maxMemoryCacheSize: LIMIT,
});
const read = (key: string) => handler.get(key, { kind: 'APP_PAGE' });
const page = (html: string, more: Partial<Page> = {}): Page => ({
  kind: 'APP_PAGE',
  html,
  status: 200,
  ...more,
});
const policyOf = (stored: Stored) => stored?.value.headers?.['content-security-policy'];

test('the cache is bounded: the least recently used goes first, and nothing is written to disk', async () => {
  // Does not compress, so that it counts in full.
  const html = randomBytes(LIMIT / 10)
    .toString('base64')
    .slice(0, LIMIT / 10);
  await handler.set('/often', page(html), {});
  for (let n = 0; n < 50; n++) {
    await handler.set(`/page/${n}`, page(html), {});
    await read('/often');
  }
  const kept = await Promise.all(Array.from({ length: 50 }, (_, n) => read(`/page/${n}`)));
  expect(kept.filter(Boolean).length).toBeLessThan(15);
  expect(kept[0]).toBeNull();
  expect(kept[49]).not.toBeNull();
  expect(await read('/often')).not.toBeNull();
  expect(readdirSync(folder)).toEqual([]);
});

test('a page is kept compressed, and read with all of its parts', async () => {
  const html = `<p>${'Long words, and “others” → 数学. '.repeat(20_000)}</p>`;
  const rscData = Buffer.from([0, 255, 1, 2]);
  const segmentData = new Map([['/_tree', Buffer.from('tree')]]);
  const whole = { ...page(html), rscData, segmentData, headers: { 'x-next-cache-tags': 'feeds' } };
  // By their characters three of them are more than the limit.
  for (const key of ['/one', '/two', '/three']) await handler.set(key, whole, {});
  for (const key of ['/one', '/two', '/three']) {
    const stored = await read(key);
    expect(stored?.value).toMatchObject({ html, rscData, segmentData, status: 200 });
    expect(stored?.value.headers?.['x-next-cache-tags']).toBe('feeds');
    expect(stored?.value).not.toHaveProperty('packed');
  }
});

test('a stored page allows exactly its own scripts', async () => {
  const script = 'self.__next_f.push([1,"a"])';
  await handler.set(
    '/',
    page(`<p>x</p><script src="/a.js"></script><script>${script}</script>`),
    {},
  );
  const hash = createHash('sha256').update(script).digest('base64');
  expect(policyOf(await read('/'))).toContain(`script-src 'self' 'sha256-${hash}';`);
});

test('adjacent scripts are merged in order, and others stay unchanged', async () => {
  const html =
    '<script>a()</script><p>x</p><script src="/b.js" async=""></script><script>c(1)</script><script>c(2)</script><script>c("\\u003c/script>")</script>';
  await handler.set('/many', page(html), {});
  const stored = await read('/many');
  expect(stored?.value.html).toBe(
    '<script>a()</script><p>x</p><script src="/b.js" async=""></script><script>c(1);c(2);c("\\u003c/script>")</script>',
  );
  expect(policyOf(stored)?.match(/sha256-/g)).toHaveLength(2);
});

test('a page without inline scripts allows none', async () => {
  await handler.set('/plain', page('<p>x</p>'), {});
  expect(policyOf(await read('/plain'))).toContain("script-src 'self';");
});

test('a page with a part rendered per request depends on its nonce', async () => {
  await handler.set('/personal', page('', { postponed: 'state' }), {});
  expect(policyOf(await read('/personal'))).toBeUndefined();
});

test('the not-found page can be read without scripts', async () => {
  const blank =
    '<!DOCTYPE html><html id="__next_error__"><body><script>start()</script></body></html>';
  await handler.set('/early', page(blank, { status: 404 }), {});
  expect((await read('/early'))?.value.html).toBe(blank);

  const words = '<!DOCTYPE html><html lang="en"><h1>Not here</h1><script>show()</script></html>';
  await handler.set('/_not-found', page(words, { status: 404 }), {});
  await handler.set('/none', page(blank, { status: 404 }), {});
  await handler.set('/broken', page(blank, { status: 500 }), {});
  const stored = await read('/none');
  expect(stored?.value).toMatchObject({ html: words, status: 404 });
  expect(policyOf(stored)).toBe(policyOf(await read('/_not-found')));
  expect((await read('/broken'))?.value.html).toBe(blank);
});

test('an invalidation in this process also ends what the outer server keeps', async () => {
  const asked = { kind: 'api', key: '/api/papers?' } as const;
  const headers = { 'cache-control': 'public' };
  const made = { status: 200, headers, body: Buffer.from('[]') };
  const server = createServer((request, response) => {
    responseStore().serve(request, response, asked, async () => made);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await (await fetch(`http://127.0.0.1:${port}/`)).text();
  server.close();
  expect(responseStore().has(asked)).toBe(true);
  await handler.revalidateTag(['feeds']);
  expect(responseStore().has(asked)).toBe(false);
});
