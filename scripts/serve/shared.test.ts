import { EventEmitter, once } from 'node:events';
import http, { type IncomingMessage } from 'node:http';
import { afterEach, expect, it, vi } from 'vitest';
import { eventually } from '@/lib/base/testing/eventually';
import { createSiteServer } from './server';
import { listening } from './testing/listening';

let handle: (url: string) => Promise<string> = async () => '';

/** Stub for Next. */
const server = createSiteServer(
  async (request, response) => {
    response.end(await handle(request.url ?? ''));
  },
  { development: false, secret: 'the secret of this start' },
);

const port = listening(server);
afterEach(() => {
  vi.useRealTimers();
});

async function get(path: string, headers: http.OutgoingHttpHeaders = {}) {
  const request = http.request({ port: port(), path, headers, agent: false }).end();
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  let text = '';
  for await (const chunk of response) text += chunk;
  return { status: response.statusCode, headers: response.headers, text };
}

it.each(['/search.rss?q=a', '/papers/filter.json?year=2020', '/api/papers/search?q=a'])(
  '%s gets 503 if rendering fails',
  async (path) => {
    handle = () => Promise.reject(new Error('broken'));
    const response = await get(path);
    expect(response.status).toBe(503);
    expect(response.headers['retry-after']).toBe('5');
    if (path.startsWith('/api')) {
      expect(JSON.parse(response.text)).toMatchObject({ code: 'unavailable' });
    }
  },
);

it('renders two search feeds at once, queues sixty, and refuses more', async () => {
  let [now, most] = [0, 0];
  let open = () => {};
  const release = new Promise<void>((go) => {
    open = go;
  });
  handle = async () => {
    most = Math.max(most, ++now);
    await release;
    now--;
    return 'feed';
  };
  const statuses: (number | undefined)[] = [];
  const all = Array.from({ length: 68 }, async (_, n) => {
    statuses.push((await get(`/search.rss?q=${n}`)).status);
  });
  await eventually(() => expect(statuses).toEqual(Array(6).fill(503)));
  expect(now).toBe(2);
  open();
  await Promise.all(all);
  expect(most).toBe(2);
});

/**
 * Asks for pages whose rendering the test ends, one by one; returns the paths being rendered.
 * Each request has arrived before the next is sent: connections are not opened in order, since each
 * looks up the address of localhost by itself.
 */
async function renderPages(requests: [path: string, headers?: http.OutgoingHttpHeaders][]) {
  const rendering = new Map<string, () => void>();
  const starts = new EventEmitter();
  handle = (url) =>
    new Promise((done) => {
      rendering.set(url, () => done('a page'));
      starts.emit('start');
    });
  const all: Promise<unknown>[] = [];
  for (const [n, [path, headers]] of requests.entries()) {
    const next = n < 2 ? once(starts, 'start') : once(server, 'request');
    all.push(get(path, headers));
    await next;
  }
  return { rendering, all };
}

it('renders two pages at once that are not stored, and clicks within the site first', async () => {
  // No page loses its place because the machine is slow.
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const { rendering, all } = await renderPages([
    ['/papers/2601.00001'],
    ['/papers/new/7'],
    ['/papers/new/8'],
    ['/u/somebody'],
    ['/papers/new/9', { rsc: '1' }],
  ]);
  handle = async () => 'a vote';
  expect((await get('/api/papers/2601.00001/upvote')).text).toBe('a vote');
  expect([...rendering.keys()]).toEqual(['/papers/2601.00001', '/papers/new/7']);
  const order: string[] = [];
  handle = async (url) => {
    order.push(url);
    return 'a page';
  };
  for (const end of rendering.values()) end();
  await Promise.all(all);
  expect(order[0]).toBe('/papers/new/9');
  expect(order).toHaveLength(3);
});

it('counts a page no longer that waits for something else than the processor', async () => {
  const { rendering, all } = await renderPages([['/papers/new/2'], ['/papers/new/3'], ['/u/one']]);
  await eventually(() => expect([...rendering.keys()]).toContain('/u/one'));
  for (const end of rendering.values()) end();
  await Promise.all(all);
});

it('lets a signed-in user past the pages of strangers', async () => {
  const { rendering, all } = await renderPages([['/papers/new/2'], ['/papers/new/3']]);
  const strangers = [...rendering.values()];
  handle = async () => 'their page';
  const cookie = 'papertide-session=x';
  expect((await get('/papers/new/4', { cookie })).text).toBe('their page');
  for (const end of strangers) end();
  await Promise.all(all);
});
