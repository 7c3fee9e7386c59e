import { EventEmitter, once } from 'node:events';
import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { eventually } from '@/lib/base/testing/eventually';
import { responseStore } from '@/lib/web/response-store';
import { Admission, rankOf } from './admission';
import { measureLoad } from './load';
import { createSiteServer } from './server';
import { listening } from './testing/listening';

describe('ranks', () => {
  it.each([
    ['GET', '/readyz', null],
    ['GET', '/_next/static/a.js', null],
    ['POST', '/api/internal/revalidate', null],
    ['GET', '/search?q=a', 'first'],
    ['GET', '/papers/filter.rss?year=2020', 'first'],
    ['GET', '/api/papers', 'first'],
    ['PUT', '/api/papers/1/upvote', 'last'],
    ['GET', '/settings', 'second'],
    ['GET', '/me/votes', 'second'],
    ['POST', '/do/votes/set', 'last'],
    ['POST', '/settings', 'last'],
    ['GET', '/papers/2201.04388', 'last'],
  ])('%s %s: %s', (method, url, rank) => expect(rankOf({ method, url })).toBe(rank));
});

describe('admission', () => {
  const state = { lag: 0, wait: 0 };
  const admission = () => new Admission({ lag: () => state.lag, wait: () => state.wait });
  const asks = (on: Admission, url: string, method = 'GET') => {
    const response = new EventEmitter() as ServerResponse;
    const admitted = on.enter({ method, url } as IncomingMessage, response);
    return { admitted, end: () => response.emit('close') };
  };
  beforeEach(() => Object.assign(state, { lag: 0, wait: 0 }));

  it.each([
    [{ lag: 150 }, [false, true, true]],
    [{ wait: 1_000 }, [false, true, true]],
    [{ lag: 300 }, [false, false, true]],
    [{ wait: 2_000 }, [false, false, true]],
    [{ lag: 1_000 }, [false, false, false]],
    [{ wait: 4_000 }, [false, false, false]],
    [{}, [true, true, true]],
  ])('with 60 running and %j', (load, expected) => {
    const on = admission();
    for (let n = 0; n < 60; n++) asks(on, '/papers/1');
    Object.assign(state, load);
    const found = ['/search?q=a', '/settings', '/papers/2'].map((url) => asks(on, url).admitted);
    expect(found).toEqual(expected);
    expect(asks(on, '/readyz').admitted).toBe(true);
  });

  it('admits 40 expensive requests of a burst, before its lag is known', () => {
    const on = admission();
    const burst = Array.from({ length: 96 }, () => asks(on, '/search?q=a'));
    expect(burst.filter(({ admitted }) => admitted)).toHaveLength(40);
    expect(asks(on, '/papers/2').admitted).toBe(true);
    burst[0]?.end();
    expect(asks(on, '/api/papers').admitted).toBe(true);
  });

  it('refuses nobody while few requests run, and admits again when they have ended', () => {
    const on = admission();
    Object.assign(state, { lag: 10_000, wait: 10_000 });
    const running = Array.from({ length: 20 }, () => asks(on, '/search?q=a'));
    expect(running.every(({ admitted }) => admitted)).toBe(true);
    const refused = asks(on, '/search?q=a');
    expect(refused.admitted).toBe(false);
    running[0]?.end();
    expect(asks(on, '/search?q=a').admitted).toBe(true);
    expect(asks(on, '/search?q=a').admitted).toBe(false);
  });

  it('counts shared work until it ends, also if it fails', async () => {
    const on = admission();
    Object.assign(state, { lag: 10_000 });
    const request = { method: 'GET', url: '/api/papers' } as IncomingMessage;
    for (let n = 0; n < 30; n++) {
      await expect(on.run(request, () => Promise.reject(new Error('broken')))).rejects.toThrow(
        'broken',
      );
    }
    await expect(on.run(request, async () => 1)).resolves.toBe(1);
  });
});

describe('the measured load', () => {
  it('reports a query that waits while it waits, and a refusing database not at all', async () => {
    let answer = { done: () => {}, fail: () => {} };
    const load = measureLoad(
      () =>
        new Promise<void>((done, fail) => {
          answer = { done, fail: () => fail(new Error('away')) };
        }),
    );
    expect(load.wait()).toBe(0);
    await eventually(() => expect(load.wait()).toBeGreaterThan(50));
    answer.done();
    await eventually(() => expect(load.wait()).toBeGreaterThan(50));
    load.stop();
    const refusing = measureLoad(() => Promise.reject(new Error('away')));
    refusing.wait();
    await new Promise(setImmediate);
    expect(refusing.wait()).toBe(0);
    refusing.stop();
  });
});

describe('a busy site', () => {
  const state = { lag: 0, wait: 0 };
  let hold: Promise<void> = Promise.resolve();
  let asked = 0;
  const server = createSiteServer(
    async (request, response) => {
      asked++;
      await hold;
      const isPage = request.url === '/papers/new';
      response.setHeader(
        'cache-control',
        isPage ? 's-maxage=15, stale-while-revalidate=60' : 'private',
      );
      if (isPage) response.setHeader('x-nextjs-cache', 'HIT');
      response.end('made');
    },
    {
      development: false,
      secret: 'the secret of this start',
      admission: new Admission({ lag: () => state.lag, wait: () => state.wait }),
    },
  );
  const port = listening(server);

  async function get(path: string, headers = {}) {
    const request = http.request({ port: port(), path, headers, agent: false }).end();
    const [response] = (await once(request, 'response')) as [IncomingMessage];
    let text = '';
    for await (const chunk of response) text += chunk;
    return { status: response.statusCode, retry: response.headers['retry-after'], text };
  }

  it('goes on serving what is stored, and refuses the rest at once', async () => {
    expect((await get('/papers/new')).status).toBe(200);
    let release = () => {};
    hold = new Promise((go) => {
      release = go;
    });
    const running = Array.from({ length: 60 }, (_, n) => get(`/submit?n=${n}`));
    await eventually(() => expect(asked).toBe(61));
    Object.assign(state, { lag: 5_000 });
    const page = await get('/submit', { accept: 'text/html' });
    expect(page).toMatchObject({ status: 503, retry: '5' });
    expect(await get('/api/papers?page=3')).toMatchObject({ status: 503, retry: '5' });
    expect(await get('/search?q=anything')).toMatchObject({ status: 503, retry: '5' });
    // Its entry is over by now, and Next is not asked to renew it.
    const now = performance.now();
    vi.spyOn(performance, 'now').mockImplementation(() => now + 20_000);
    expect(await get('/papers/new')).toMatchObject({ status: 200, text: 'made' });
    // Invalidated responses are not served, even while busy.
    responseStore().clear();
    expect((await get('/papers/new')).status).toBe(503);
    vi.restoreAllMocks();
    Object.assign(state, { lag: 0 });
    release();
    for (const { status } of await Promise.all(running)) expect(status).toBe(200);
    expect((await get('/api/papers?page=3')).status).toBe(200);
  });
});
