import { once } from 'node:events';
import http, { type IncomingMessage } from 'node:http';
import { expect, it } from 'vitest';
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

async function get(path: string) {
  const request = http.request({ port: port(), path, agent: false }).end();
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

it('renders four search feeds at once, queues sixty, and refuses more', async () => {
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
  const all = Array.from({ length: 70 }, async (_, n) => {
    statuses.push((await get(`/search.rss?q=${n}`)).status);
  });
  await eventually(() => expect(statuses).toEqual(Array(6).fill(503)));
  expect(now).toBe(4);
  open();
  await Promise.all(all);
  expect(most).toBe(4);
});
