import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryData } from './support/data-folder';
import { freePort } from './support/ports';
import { type Site, startSite } from './support/site';
import { expect, test } from './support/test';

/**
 * Attacks by an anonymous client on the production site with its limits on: only the server actions
 * that pages use can be called, no framework endpoint responds, and nothing is logged.
 */
test.describe.configure({ mode: 'serial' });

let site: Site;
let data: Awaited<ReturnType<typeof temporaryData>>;

test.beforeAll(async () => {
  data = await temporaryData();
  site = await startSite({ port: await freePort(), dataDir: join(data.dir, 'data') });
});
test.afterAll(async () => {
  await site.stop();
  await data.remove();
});

type Reference = { exportedName: string; workers: Record<string, unknown> };
const manifest = (): [string, Reference][] => {
  const file = '.next/server/server-reference-manifest.json';
  const { node } = JSON.parse(readFileSync(file, 'utf8')) as { node: Record<string, Reference> };
  return Object.entries(node);
};
const references = (): [string, string][] =>
  manifest().map(([id, { exportedName }]) => [id, exportedName]);

const call = (id: string, body: string, more: Record<string, string> = {}, path = '/') =>
  fetch(site.url + path, {
    method: 'POST',
    headers: {
      'next-action': id,
      'content-type': 'text/plain;charset=UTF-8',
      origin: site.url,
      ...more,
    },
    body,
  });

test('refuses a stranger every server function id', async () => {
  const all = references();
  expect(all.filter(([, name]) => name.startsWith('$$RSC_SERVER_CACHE')).length).toBeGreaterThan(9);
  const answers: Record<string, number> = {};
  for (const [id, name] of all) {
    const response = await call(id, '[{}]');
    const text = await response.text();
    if (name.endsWith('Action')) {
      expect([response.status, text], name).toEqual([200, expect.stringContaining('"ok":false')]);
    } else {
      // 429 from the thirty-first on.
      answers[response.status] = (answers[response.status] ?? 0) + 1;
      expect(text, name).not.toContain('{');
    }
  }
  expect(Object.keys(answers)).toEqual(['400', '429']);
});

test('runs each action on every page, so that Next never forwards a request', async () => {
  const actions = manifest().filter(([, { exportedName }]) => exportedName.endsWith('Action'));
  const pages = new Set(
    manifest()
      .flatMap(([, { workers }]) => Object.keys(workers))
      // Next's own page for unknown addresses, which has none of our controls.
      .filter((name) => name.endsWith('/page') && name !== 'app/_not-found/page'),
  );
  for (const [, { exportedName, workers }] of actions) {
    const missing = [...pages].filter((page) => !(page in workers));
    expect(missing, exportedName).toEqual([]);
  }
  const [id = ''] = actions[0] ?? [];
  for (const path of ['/', '/about', '/no-such-page', '/paper/page/x']) {
    const { status } = await call(id, '[{}]', { 'x-action-forwarded': '1' }, path);
    expect([400, 429], path).toContain(status);
  }
});

test('runs no function named by a form, on pages and unknown paths', async () => {
  for (const [id] of references()) {
    for (const path of ['/', '/papers/new', '/no-such-page', '/api/none', '/api/../', '/api']) {
      const form = new FormData();
      form.set(`$ACTION_ID_${id}`, '');
      const { status } = await fetch(site.url + path, { method: 'POST', body: form });
      expect([404, 405], `${path} ${status}`).toContain(status);
    }
  }
});

test('responds to malformed calls of a real action with its own errors', async () => {
  const [id = ''] = references().find(([, name]) => name === 'upvoteAction') ?? [];
  const answers = [
    await call(id, '[', {}),
    await call(id, '["$F1"]', {}),
    await call(id, '[1]', { origin: 'https://evil.example' }),
    await call(id, '[1]', { origin: 'null' }),
    await call(id, '[1]', { origin: 'http://[' }),
    await call(id, '[1]', { 'content-type': 'multipart/form-data; boundary=x' }),
  ];
  for (const { status } of answers) expect([400, 403, 429]).toContain(status);
  expect((await call(id, '[{}]', {}, '/about/ranking')).status).toBe(200);
});

test('exposes no unused endpoint of the framework', async () => {
  const closed = [
    '/_next/image?url=%2Ficon.svg&w=64&q=75',
    '/_next/data/x/index.json',
    '/_next/server/app/page.js',
    '/__nextjs_original-stack-frames',
    '/_not-found',
    '/index.rsc',
    '/papers/new.rsc',
    '/papers/new.segments/_tree.segment.rsc',
    '/papers/new.action',
    '/.next/BUILD_ID',
  ];
  for (const path of closed) expect((await fetch(site.url + path)).status, path).toBe(404);
});

test('ignores headers that only Next may send', async () => {
  const plain = await (await fetch(`${site.url}/about/ranking`)).text();
  const title = /<title>.*?<\/title>/.exec(plain)?.[0];
  expect(title).toBeTruthy();
  const sent: Record<string, string>[] = [
    { 'x-middleware-subrequest': 'proxy:proxy:proxy:proxy:proxy' },
    { 'x-now-route-matches': '1=x', 'x-matched-path': '/settings' },
    { 'x-nextjs-data': '1' },
    { 'next-resume': '1', 'x-next-resume-state-length': '4' },
    { 'x-invoke-path': '/settings', 'x-invoke-status': '500' },
    { 'x-prerender-revalidate': 'guess' },
    { cookie: '__prerender_bypass=guess; __next_preview_data=guess' },
    { 'x-middleware-rewrite': '/settings', 'x-middleware-override-headers': 'cookie' },
  ];
  for (const headers of sent) {
    const page = await fetch(`${site.url}/about/ranking`, { headers, redirect: 'manual' });
    expect(
      [page.status, (await page.text()).includes(title ?? '-')],
      JSON.stringify(headers),
    ).toEqual([200, true]);
    // A page that an anonymous client may not see stays closed.
    const hidden = await fetch(`${site.url}/moderation/reports`, { headers, redirect: 'manual' });
    expect(hidden.status, JSON.stringify(headers)).toBe(404);
  }
  for (const query of ['_rsc=1', '__nextDataReq=1', 'nxtPslug=x', '__flight__=1']) {
    const page = await fetch(`${site.url}/about/ranking?${query}`);
    expect([page.status, (await page.text()).includes(title ?? '-')], query).toEqual([200, true]);
  }
});

test('has logged no error or warning', () => {
  const levels = site
    .output()
    .split('\n')
    .filter((line) => /"level":(40|50|60)/.test(line));
  expect(levels).toEqual([]);
});
