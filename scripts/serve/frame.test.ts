import { createHash } from 'node:crypto';
import { once } from 'node:events';
import http, { type IncomingMessage } from 'node:http';
import { beforeEach, expect, test } from 'vitest';
import { responseStore } from '@/lib/web/response-store';
import { CONTENT_SLOT, SHARED_HEADER } from '@/lib/web/shared-page';
import { createSiteServer } from './server';
import { listening } from './testing/listening';

const SCRIPT = 'self.__next_f=[1]';
const FRAME = `<html><head></head><body><div>${CONTENT_SLOT}</div><script>${SCRIPT}</script></body></html>`;

let asked: { url?: string; as?: string }[] = [];
let searched: string[] = [];
let frame = { status: 200, html: FRAME };
let isAvailable = true;
let body = 'found';

/** Stands in for Next, and for what renders results. */
const server = createSiteServer(
  async ({ url, headers }, response) => {
    const as = headers[SHARED_HEADER];
    asked.push({ url, as: as === undefined ? undefined : String(as) });
    response.setHeader('content-type', 'text/html; charset=utf-8');
    if (as === 'shell') response.writeHead(frame.status).end(frame.html);
    else response.end('<html><head></head><body>by Next</body></html>');
  },
  {
    development: false,
    secret: 'the secret of this start',
    api: {
      read: () => null,
      write: () => null,
      refuse: () => Promise.reject(new Error('nothing is refused')),
      search: async (query) => {
        searched.push(query);
        return { isAvailable, head: `<title>${query}</title>`, body };
      },
    },
  },
);

const port = listening(server);
beforeEach(() => {
  responseStore().clear();
  [asked, searched, isAvailable, body] = [[], [], true, 'found'];
});

async function get(path: string, headers: Record<string, string> = {}) {
  const sent = http.request({ port: port(), path, headers, agent: false }).end();
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  let text = '';
  for await (const chunk of response) text += chunk;
  return { status: response.statusCode, headers: response.headers, text };
}

test.each([
  ['that is none', { status: 200, html: '<html><head></head></html>' }],
  ['with two places', { status: 200, html: FRAME.replace('<div>', `<div>${CONTENT_SLOT}`) }],
  ['that failed', { status: 500, html: FRAME }],
])('without a frame, or with one %s, Next makes the whole page', async (_, broken) => {
  frame = broken;
  for (const q of ['a', 'b']) expect((await get(`/search?q=${q}`)).text).toContain('by Next');
  expect(asked.map(({ as }) => as)).toEqual(['shell', '1', 'shell', '1']);
  expect(searched).toEqual([]);
  frame = { status: 200, html: FRAME };
});

test('searches are put into one frame, which knows none of them', async () => {
  const pages = [];
  for (const query of ['q=a', 'sort=date&q=%C3%A9', '']) pages.push(await get(`/search?${query}`));
  expect(searched).toEqual(['q=a', 'sort=date&q=%C3%A9', '']);
  expect(asked).toEqual([{ url: '/search?shell=', as: 'shell' }]);
  const hash = createHash('sha256').update(SCRIPT).digest('base64');
  for (const [at, { status, headers, text }] of pages.entries()) {
    expect(status).toBe(200);
    expect(text).toBe(
      FRAME.replace('</head>', `<title>${searched[at]}</title></head>`).replace(
        CONTENT_SLOT,
        'found',
      ),
    );
    expect(headers['content-security-policy']).toContain(`script-src 'self' 'sha256-${hash}';`);
  }
});

test('content is never read for places', async () => {
  body = `</head>${CONTENT_SLOT}$&`;
  expect((await get('/search?q=c')).text).toContain(`<div>${body}</div>`);
});

test('a page whose data cannot be read is a 503, and not stored', async () => {
  isAvailable = false;
  for (let n = 0; n < 2; n++) {
    const { status, headers, text } = await get('/search?q=d');
    expect([status, headers['retry-after']]).toEqual([503, '30']);
    expect(text).toContain('found');
  }
  expect(searched).toHaveLength(2);
});

test.each([
  ['of other pages', '/papers/filter?year=2020', {}, '1'],
  ['of readers who are signed in', '/search?q=e', { cookie: 'papertide-session=abc' }, undefined],
  ['of the router', '/search?q=e', { rsc: '1' }, undefined],
])('requests %s go to Next', async (_, path, headers, as) => {
  expect((await get(path, headers)).text).toContain('by Next');
  expect(asked.map((one) => one.as)).toEqual([as]);
  expect(searched).toEqual([]);
});
