/** A page that can be read without a connection. */
export type KeptPage = { path: string; title: string; saved: boolean };

const PREFIX = 'papertide-';

/** The kept pages (public/sw.js): saved papers first, then what was read last. */
export async function listKeptPages(): Promise<KeptPage[]> {
  const pages = new Map<string, KeptPage>();
  const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX));
  for (const part of ['saved-', 'pages-']) {
    for (const name of names.filter((one) => one.startsWith(PREFIX + part))) {
      const cache = await caches.open(name);
      for (const request of (await cache.keys()).toReversed()) {
        const { pathname, search } = new URL(request.url);
        const path = pathname + search;
        if (path === '/offline' || pages.has(path)) continue;
        const html = await (await cache.match(request))?.text();
        pages.set(path, { path, title: titleOf(html ?? '') || path, saved: part === 'saved-' });
      }
    }
  }
  return [...pages.values()];
}

/** A page's title without the name of the site. */
function titleOf(html: string): string {
  const { title } = new DOMParser().parseFromString(html, 'text/html');
  return title.replace(/ · [^·]*$/, '');
}
