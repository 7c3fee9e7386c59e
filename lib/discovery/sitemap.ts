import { toXml } from '@/lib/markup/xml';

const NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9';

export type SitemapEntry = {
  /** A path of this site. */
  path: string;
  /** YYYY-MM-DD */
  changed?: string;
};

/**
 * Renders a sitemap, which may have at most 50,000 addresses:
 * https://www.sitemaps.org/protocol.html.
 */
export const sitemap = (entries: SitemapEntry[], url: string): string =>
  toXml({
    urlset: {
      '@xmlns': NAMESPACE,
      url: entries.map(({ path, changed }) => ({ loc: url + path, lastmod: changed })),
    },
  });

export const sitemapIndex = (paths: string[], url: string): string =>
  toXml({
    sitemapindex: {
      '@xmlns': NAMESPACE,
      sitemap: paths.map((path) => ({ loc: url + path })),
    },
  });
