import { createHash } from 'node:crypto';
import { once } from 'node:events';
import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import { beforeEach, expect, test } from 'vitest';
import { eventually } from '@/lib/base/testing/eventually';
import { responseStore } from '@/lib/web/response-store';
import { SHARED_HEADER, UNAVAILABLE } from '@/lib/web/shared-page';
import { createSiteServer } from './server';
import { listening } from './testing/listening';

const SCRIPT = 'self.__next_f=[1]';
const html = (text: string) =>
  `<!DOCTYPE html><html><body>${text}<script>${SCRIPT}</script></body></html>`;

let asked: IncomingMessage[] = [];
let answer: (response: ServerResponse) => void = () => {};

/** Stands in for Next. */
const server = createSiteServer(
  async (request, response) => {
    asked.push(request);
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.setHeader('cache-control', 'private, no-store');
    answer(response);
  },
  { development: false, secret: 'the secret of this start' },
);

const port = listening(server);
beforeEach(() => {
  responseStore().clear();
  asked = [];
  answer = (response) => response.end(html('found'));
});

async function get(path: string, headers: Record<string, string> = {}) {
  const sent = http.request({ port: port(), path, headers, agent: false }).end();
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  let text = '';
  for await (const chunk of response) text += chunk;
  return { status: response.statusCode, headers: response.headers, text };
}
const SIGNED_IN = { cookie: 'papertide-session=abc' };

test('strangers share a page whose policy allows its very scripts, and no other', async () => {
  const [one, two] = [await get('/search?q=a&sort=date'), await get('/search?sort=date&q=a')];
  expect(two.text).toBe(one.text);
  expect(asked).toHaveLength(1);
  expect(asked[0]?.headers[SHARED_HEADER]).toBe('1');
  const hash = createHash('sha256').update(SCRIPT).digest('base64');
  for (const { headers, status } of [one, two]) {
    expect(status).toBe(200);
    expect(headers['content-security-policy']).toContain(`script-src 'self' 'sha256-${hash}';`);
    expect(headers['content-security-policy']).not.toContain('nonce');
    expect(headers['cache-control']).toBe('private, no-store');
  }
});

test('what one stranger sends changes nothing for the next', async () => {
  await get('/search?q=b', {
    cookie: 'theme=dark',
    [SHARED_HEADER]: '0',
    'accept-language': 'de',
    'user-agent': '<script>',
    'x-forwarded-host': 'evil.example',
  });
  const { headers } = asked[0] as IncomingMessage;
  for (const name of ['cookie', 'accept-language', 'user-agent', 'x-forwarded-host']) {
    expect(headers[name], name).toBeUndefined();
  }
});

test('signed-in readers neither get a shared page nor leave theirs', async () => {
  await get('/search?q=c');
  answer = (response) => response.end(html('for Ada'));
  for (let n = 0; n < 2; n++) {
    expect((await get('/search?q=c', { ...SIGNED_IN, [SHARED_HEADER]: '1' })).text).toContain(
      'Ada',
    );
  }
  expect(asked).toHaveLength(3);
  expect(asked.slice(1).map(({ headers }) => headers[SHARED_HEADER])).toEqual([
    undefined,
    undefined,
  ]);
  expect((await get('/search?q=c')).text).toContain('found');
});

const cases: [string, (response: ServerResponse) => void, status: number][] = [
  [
    'that says that its data is not there',
    (response) =>
      response.end(html(`<div data-page="${UNAVAILABLE['data-page']}">busy, try again</div>`)),
    503,
  ],
  ['that failed', (response) => response.writeHead(500).end(html('broken')), 503],
  ['that there is not', (response) => response.writeHead(404).end(html('none')), 404],
  ['elsewhere', (response) => response.writeHead(307, { location: '/x' }).end(), 307],
  ['with a cookie', (response) => response.setHeader('set-cookie', 'a=b').end(html('x')), 200],
];
test.each(cases)('a page %s is not kept', async (_, made, status) => {
  answer = made;
  const first = await get('/search?q=d');
  expect(first.status).toBe(status);
  if (status === 503) expect(first.headers['retry-after']).toBe('30');
  await get('/search?q=d');
  expect(asked).toHaveLength(2);
});

test('a page that cannot read its data keeps its form, a text that only names the mark is kept', async () => {
  answer = (response) => response.end(html('<div data-page="unavailable"><form></form></div>'));
  expect((await get('/search?q=e')).text).toContain('<form>');
  answer = (response) => response.end(html('data-page=&quot;unavailable&quot;'));
  expect((await get('/search?q=e')).status).toBe(200);
});

test('an invalidation ends it at once', async () => {
  await get('/search?q=f');
  answer = (response) => response.end(html('new'));
  responseStore().clear();
  expect((await get('/search?q=f')).text).toContain('new');
});

test('more than may wait get a page to read in a browser and plain words elsewhere', async () => {
  let open = () => {};
  const release = new Promise<void>((go) => {
    open = go;
  });
  answer = (response) => void release.then(() => response.end(html('late')));
  const refused: Awaited<ReturnType<typeof get>>[] = [];
  const all = Array.from({ length: 66 }, async (_, n) => {
    const headers = n % 2 === 0 ? { accept: 'text/html' } : undefined;
    const got = await get(`/search?q=busy-${n}`, headers);
    if (got.status === 503) refused.push(got);
  });
  await eventually(() => expect(refused).toHaveLength(4));
  open();
  await Promise.all(all);
  for (const { headers, text } of refused) {
    expect(headers['retry-after']).toBe('5');
    const isPage = headers['content-type']?.startsWith('text/html');
    expect(text.includes('<h1>')).toBe(isPage);
  }
});
