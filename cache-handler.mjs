import fileSystemCache from 'next/dist/server/lib/incremental-cache/file-system-cache.js';
import { joinScripts, storedPagePolicy } from './lib/web/content-security-policy.mjs';

const FileSystemCache = fileSystemCache.default ?? fileSystemCache;
const POLICY = 'content-security-policy';
/** What Next makes of a page that calls notFound(): nothing is shown before a script has run. */
const BLANK = '<!DOCTYPE html><html id="__next_error__"';
const NOT_FOUND = '/_not-found';

function withPolicy(page) {
  // A page that goes on per request (`postponed`) gets its policy, with a nonce, from proxy.ts.
  if (page?.kind !== 'APP_PAGE' || typeof page.html !== 'string' || page.postponed) return;
  page.headers ??= {};
  if (page.headers[POLICY]) return;
  page.html = joinScripts(page.html);
  page.headers[POLICY] = storedPagePolicy(page.html);
}

/**
 * Next's own store of rendered pages, in memory and bounded by `cacheMaxMemorySize` (the least
 * used go first; nothing is written to disk), with a policy on each page that allows the very
 * inline scripts it was stored with. Pages rendered at build get theirs when they are read. Where
 * there is no page, the one that says so is kept, which can be read without scripts.
 */
export default class StoredPages extends FileSystemCache {
  async get(...args) {
    const entry = await super.get(...args);
    withPolicy(entry?.value);
    return entry;
  }

  async revalidateTag(...args) {
    await super.revalidateTag(...args);
    globalThis.papertideAnswers?.clear();
  }

  async set(key, page, context) {
    if (page?.kind === 'APP_PAGE' && page.status === 404 && page.html.startsWith?.(BLANK)) {
      const notFound = await this.get(NOT_FOUND, { kind: 'APP_PAGE' });
      page.html = notFound?.value.html ?? page.html;
    }
    withPolicy(page);
    return super.set(key, page, context);
  }
}
