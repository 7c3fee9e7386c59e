/*
 * What can be read without a connection: the public pages read last, the viewer's saved papers, and
 * /offline. Only pages that are the same for everybody are kept (a page made for a viewer forbids
 * it by `no-store`), so no signed-in state can be stale. All of it belongs to one build, which the
 * address of this file names: the next build's worker deletes it.
 */
const BUILD = new URL(self.location.href).searchParams.get('build') ?? '';
const PREFIX = 'papertide-';
const PAGES = `${PREFIX}pages-${BUILD}`;
const SAVED = `${PREFIX}saved-${BUILD}`;
const ASSETS = `${PREFIX}assets-${BUILD}`;
const OURS = [PAGES, SAVED, ASSETS];

const OFFLINE = '/offline';
const STATIC = '/_next/static/';
/** Pages that are kept; the ones read longest ago go first. */
const MAX_PAGES = 60;
/** Milliseconds after which a kept page is shown instead of waiting for the network. */
const PATIENCE = 8_000;

self.addEventListener('install', (event) => {
  event.waitUntil(install());
});

self.addEventListener('activate', (event) => {
  event.waitUntil(activate());
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (url.pathname.startsWith(STATIC)) event.respondWith(asset(request));
  else if (request.mode === 'navigate') event.respondWith(page(event, url));
});

self.addEventListener('message', (event) => {
  const { read, save, forget } = event.data ?? {};
  if (forget) event.waitUntil(caches.delete(SAVED));
  if (read) event.waitUntil(keepPath(PAGES, read));
  if (Array.isArray(save)) event.waitUntil(savePapers(save));
});

async function install() {
  await keepPath(PAGES, OFFLINE);
  await self.skipWaiting();
}

async function activate() {
  for (const name of await caches.keys()) {
    if (name.startsWith(PREFIX) && !OURS.includes(name)) await caches.delete(name);
  }
  await self.clients.claim();
}

/** Files of a build never change under their names. */
async function asset(request) {
  const kept = await caches.match(request);
  if (kept) return kept;
  const response = await fetch(request);
  if (response.ok) await put(ASSETS, request, response.clone());
  return response;
}

/** The network's, which is newer; else the kept page, else the page that says so. */
async function page(event, url) {
  const kept = () => caches.match(url.pathname + url.search);
  const asked = fetch(event.request);
  try {
    const response = await Promise.race([asked, late(PATIENCE)]);
    event.waitUntil(keep(PAGES, url.pathname + url.search, response.clone()));
    return response;
  } catch {
    return (await kept()) ?? (await settled(asked)) ?? (await caches.match(OFFLINE)) ?? Response.error();
  }
}

const late = (ms) => new Promise((_, reject) => setTimeout(() => reject(new Error('late')), ms));
const settled = (asked) => asked.catch(() => undefined);

/** Whether a page is the same for everybody, and of this build. */
function isPublic(response) {
  const { headers } = response;
  return (
    response.ok &&
    !response.redirected &&
    response.type === 'basic' &&
    (headers.get('content-type') ?? '').startsWith('text/html') &&
    !/no-store|private/.test(headers.get('cache-control') ?? '')
  );
}

/** Keeps a page with the files that it names. */
async function keep(name, path, response) {
  if (!isPublic(response)) return;
  const html = await response.clone().text();
  if (!html.includes(`data-build="${BUILD}"`)) return;
  await put(name, path, response);
  for (const file of new Set(html.match(/\/_next\/static\/[\w./~-]+\.(?:js|css|woff2)(?:\?dpl=[\w-]+)?/g))) {
    if (!(await caches.match(file))) await asset(new Request(file)).catch(() => {});
  }
  if (name === PAGES) await dropOldest();
}

async function keepPath(name, path) {
  // Without cookies: what comes is what everybody gets.
  const response = await fetch(path, { credentials: 'omit' }).catch(() => null);
  if (response) await keep(name, path, response);
}

async function savePapers(paths) {
  const cache = await caches.open(SAVED);
  for (const path of paths) {
    if (!(await cache.match(path))) await keepPath(SAVED, path);
  }
}

/** Storage may be full: then it is as without this worker. */
async function put(name, key, response) {
  try {
    const cache = await caches.open(name);
    // Put behind the others, as the newest.
    await cache.delete(key);
    await cache.put(key, response);
  } catch {}
}

async function dropOldest() {
  const cache = await caches.open(PAGES);
  const keys = (await cache.keys()).filter(({ url }) => new URL(url).pathname !== OFFLINE);
  for (const key of keys.slice(0, -MAX_PAGES)) await cache.delete(key);
}
