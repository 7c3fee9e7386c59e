import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { IncrementalCache } from 'next/dist/server/lib/incremental-cache/index.js';
import { nodeFs } from 'next/dist/server/lib/node-fs-methods.js';
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest';
import { countsTag, paperTag } from '@/lib/base/tags';
import StoredPages from '../../cache-handler.mjs';

const folder = mkdtempSync(path.join(tmpdir(), 'papertide-lives-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The life `quiet` of next.config.ts, in seconds, and what the route for counts allows. */
const QUIET = { revalidate: 43_200, expire: 86_400 };
const SOON = { expire: 3600 };
const ROUTE = { kind: 'APP_PAGE', sourceRoute: '/paper/page/[...slug]' };
const HOUR = 3_600_000;

/** Next's own, with our handler. */
const cache = new IncrementalCache({
  fs: nodeFs,
  dev: false,
  flushToDisk: false,
  serverDistDir: folder,
  requestHeaders: {},
  maxMemoryCacheSize: 1_000_000,
  CurCacheHandler: StoredPages,
  previewProps: {},
  prerenderManifest: { routes: {}, dynamicRoutes: {}, notFoundRoutes: [] },
} as never) as unknown as {
  get(key: string, context: object): Promise<{ isStale?: boolean | -1; value: unknown } | null>;
  set(key: string, page: object, context: object): Promise<void>;
  revalidateTag(tags: string[], durations?: object): Promise<void>;
};

let number = 0;
let key = '';
let id = 0;
const store = (html: string) =>
  cache.set(
    key,
    {
      kind: 'APP_PAGE',
      html,
      status: 200,
      headers: { 'x-next-cache-tags': `${paperTag(id)},${countsTag(id)}` },
    },
    { route: ROUTE, cacheControl: QUIET },
  );
test('a page is not written as JSON to learn its size', async () => {
  Object.assign(globalThis, { __incrementalCache: cache });
  try {
    const toJSON = vi.fn(() => 'text');
    const page = { kind: 'APP_PAGE', html: 'text', status: 200, headers: { toJSON } };
    await cache.get(key, { kind: 'APP_PAGE', route: ROUTE });
    await cache.set(key, page, { route: ROUTE, cacheControl: QUIET });
    expect(toJSON).not.toHaveBeenCalled();
    expect(await visit()).toBe('stored');
  } finally {
    Reflect.deleteProperty(globalThis, '__incrementalCache');
  }
});

/** Whether a visitor gets the page as it is, gets it while it is rendered, or waits for it. */
async function visit(): Promise<'stored' | 'stale' | 'rendered'> {
  const entry = await cache.get(key, { kind: 'APP_PAGE', route: ROUTE });
  if (!entry || entry.isStale === -1) return 'rendered';
  return entry.isStale ? 'stale' : 'stored';
}

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date', 'performance'] });
  // Next reads both clocks.
  vi.setSystemTime(performance.timeOrigin + performance.now());
  id = ++number;
  key = `/paper/page/2401.0000${id}`;
  await store('first');
});
afterEach(() => vi.useRealTimers());

test('the page of an untouched paper is not rendered again after an hour, but after a day', async () => {
  for (let hour = 0; hour < 11; hour++) {
    vi.advanceTimersByTime(HOUR);
    expect(await visit()).toBe('stored');
  }
  vi.advanceTimersByTime(14 * HOUR);
  expect(await visit()).toBe('rendered');
});

test('after a vote it is shown until it is rendered, for an hour at most', async () => {
  vi.advanceTimersByTime(HOUR);
  await cache.revalidateTag([countsTag(id)], SOON);
  vi.advanceTimersByTime(1_000);
  expect(await visit()).toBe('stale');
  vi.advanceTimersByTime(HOUR);
  expect(await visit()).toBe('rendered');
  await store('second');
  vi.advanceTimersByTime(HOUR);
  expect(await visit()).toBe('stored');
});

test('votes of another paper change nothing', async () => {
  vi.advanceTimersByTime(HOUR);
  await cache.revalidateTag([countsTag(id + 1_000)], SOON);
  vi.advanceTimersByTime(30_000);
  expect(await visit()).toBe('stored');
});

test('a take-down ends it at once, also between a vote and the page with it', async () => {
  vi.advanceTimersByTime(HOUR);
  await cache.revalidateTag([paperTag(id)], { expire: 0 });
  vi.advanceTimersByTime(1);
  await cache.revalidateTag([countsTag(id)], SOON);
  expect(await visit()).toBe('rendered');
});
