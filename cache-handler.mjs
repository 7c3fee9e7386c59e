import { existsSync, readFileSync } from 'node:fs';
import fileSystemCache from 'next/dist/server/lib/incremental-cache/file-system-cache.js';
import { joinScripts, storedPagePolicy } from './lib/web/content-security-policy.mjs';
import { packPage, unpackPage } from './lib/web/stored/packed-page.mjs';

const FileSystemCache = fileSystemCache.default ?? fileSystemCache;
const POLICY = 'content-security-policy';
/** What Next makes of a page that calls notFound(): nothing is shown before a script has run. */
const BLANK = '<!DOCTYPE html><html id="__next_error__"';
const NOT_FOUND = '/_not-found';

const served = (process.env.SITE_URL ?? `http://localhost:${process.env.PORT ?? '3000'}`).replace(
  /\/$/,
  '',
);
/** The address under which the site was built. */
const built = existsSync('.next/papertide-address')
  ? readFileSync('.next/papertide-address', 'utf8')
  : served;
/** A long text of React's notation, with its length in front: replacing in it would break it. */
const LONG_TEXT = /:T[0-9a-f]+,/;

/** Whether a page made at build names the site by the address of that time. */
const isMoved = (page) =>
  built !== served &&
  page?.kind === 'APP_PAGE' &&
  !page.headers?.[POLICY] &&
  typeof page.html === 'string' &&
  page.html.includes(built);

const moveText = (text) => text.replaceAll(built, served);
const moveBytes = (bytes) => (bytes ? Buffer.from(moveText(Buffer.from(bytes).toString())) : bytes);

/** Names the site by the address under which it is served. */
function move(page) {
  page.html = moveText(page.html);
  page.rscData = moveBytes(page.rscData);
  if (page.segmentData) {
    page.segmentData = new Map([...page.segmentData].map(([key, data]) => [key, moveBytes(data)]));
  }
}

function withPolicy(page) {
  // A page that goes on per request (`postponed`) gets its policy, with a nonce, from proxy.ts.
  if (page?.kind !== 'APP_PAGE' || typeof page.html !== 'string' || page.postponed) return;
  page.headers ??= {};
  if (page.headers[POLICY]) return;
  page.html = joinScripts(page.html);
  page.headers[POLICY] = storedPagePolicy(page.html);
}

const SPARED = Symbol('spared');
const nothing = () => null;

/**
 * Next writes each page as JSON, its buffers as lists of numbers, to learn the size that it asks for
 * fetched data only: a tenth of the time that a page takes.
 */
function sparePages() {
  const cache = globalThis.__incrementalCache?.constructor.prototype;
  if (!cache?.set || cache[SPARED]) return;
  const { set } = cache;
  cache[SPARED] = true;
  cache.set = function (key, page, context) {
    if (page?.kind === 'APP_PAGE') {
      Object.defineProperty(page, 'toJSON', { value: nothing });
    }
    return set.call(this, key, page, context);
  };
}

/**
 * Next's own store of rendered pages, in memory and bounded by `cacheMaxMemorySize` (the least
 * used go first; nothing is written to disk), with a policy on each page that allows the very
 * inline scripts it was stored with. Pages rendered at build get theirs when they are read. Where
 * there is no page, the one that says so is kept, which can be read without scripts.
 */
export default class StoredPages extends FileSystemCache {
  async get(...args) {
    sparePages();
    const stored = await super.get(...args);
    const entry = stored?.value?.packed
      ? { ...stored, value: await unpackPage(stored.value) }
      : stored;
    if (isMoved(entry?.value)) {
      // Rendered again, unless it is the page for unknown addresses, which is made at build only.
      if (args[0] !== NOT_FOUND && LONG_TEXT.test(entry.value.html)) return null;
      move(entry.value);
    }
    withPolicy(entry?.value);
    return entry;
  }

  async revalidateTag(tags, durations) {
    await super.revalidateTag(tags, durations);
    // Pages that may be shown for some more seconds, may be shown by the outer server too.
    if (!(durations?.expire > 0)) globalThis.papertideResponses?.clear();
  }

  async set(key, page, context) {
    if (page?.kind === 'APP_PAGE' && page.status === 404 && page.html.startsWith?.(BLANK)) {
      const notFound = await this.get(NOT_FOUND, { kind: 'APP_PAGE' });
      page.html = notFound?.value.html ?? page.html;
    }
    withPolicy(page);
    // What a build writes to disk is read by Next itself.
    return super.set(key, this.flushToDisk ? page : await packPage(page), context);
  }
}
