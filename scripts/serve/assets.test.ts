import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { EarlierAssets } from './assets';
import { createSiteServer } from './server';

let root = '';
const folder = () => path.join(root, 'assets');

/** A build with one chunk named after the build, and one that all builds share. */
function build(id: string): EarlierAssets {
  const own = path.join(root, id);
  mkdirSync(path.join(own, 'static/chunks'), { recursive: true });
  writeFileSync(path.join(own, 'BUILD_ID'), id);
  writeFileSync(path.join(own, `static/chunks/${id}.js`), `chunk of ${id}`);
  writeFileSync(path.join(own, 'static/chunks/same.css'), `same of ${id}`);
  const assets = new EarlierAssets(folder(), own);
  assets.tidy();
  return assets;
}

async function get(assets: EarlierAssets, target: string, method = 'GET') {
  const server = createSiteServer(async (_, response) => void response.end('Next'), {
    development: false,
    secret: 'the secret of this start',
    assets,
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const response = await fetch(`http://127.0.0.1:${port}${target}`, { method });
  const found = { text: await response.text(), headers: response.headers, status: response.status };
  server.close();
  server.closeAllConnections();
  return found;
}

const age = (id: string, hours: number) => {
  const time = Date.now() / 1000 - hours * 3600;
  utimesSync(path.join(folder(), id, 'replaced'), time, time);
};
const kept = (id: string) => existsSync(path.join(folder(), id, 'static/chunks', `${id}.js`));

beforeEach(() => {
  root = mkdtempSync(path.join(os.tmpdir(), 'papertide-assets-'));
});
afterEach(() => rmSync(root, { recursive: true }));

it('serves assets of the previous and the next build, and leaves its own to Next', async () => {
  const before = build('before');
  const after = build('after');
  expect((await get(after, '/_next/static/chunks/before.js?dpl=before')).text).toBe(
    'chunk of before',
  );
  const { text, headers } = await get(before, '/_next/static/chunks/after.js');
  expect(text).toBe('chunk of after');
  expect(headers.get('content-type')).toBe('application/javascript; charset=utf-8');
  expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  const head = await get(before, '/_next/static/chunks/after.js', 'HEAD');
  expect([head.text, head.headers.get('content-length')]).toEqual(['', '14']);
  for (const target of ['after.js', 'same.css', 'none.js', '', '../../../BUILD_ID']) {
    expect((await get(after, `/_next/static/chunks/${target}`)).text).not.toContain('chunk of');
  }
  expect((await get(after, '/_next/static/chunks/same.css')).text).toBe('Next');
  expect((await get(after, '/_next/static/..%2f..%2fbefore/replaced')).text).toBe('Next');
});

it('keeps them for a day after the build was replaced, unless the build is restored', () => {
  const before = build('before');
  const after = build('after');
  age('before', 23);
  after.tidy();
  expect(kept('before')).toBe(true);
  // A rollback, while an instance of the previous build still runs.
  before.tidy();
  age('after', 25);
  before.tidy();
  expect([kept('before'), kept('after')]).toEqual([true, false]);
});

it('starts even if assets cannot be stored', () => {
  writeFileSync(folder(), 'a file');
  expect(() => build('one').tidy()).not.toThrow();
});
