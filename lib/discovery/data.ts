import { cacheLife } from 'next/cache';
import { listPublicAddresses } from '@/db/queries/collections';
import { getLastPaperId, listFeedDays, listPages } from '@/db/queries/sitemap';
import { collectionPath } from '@/lib/collections/paths';
import { getTopicCounts, getYears } from '@/lib/feeds/data';
import { feedPath, paperPath } from '@/lib/papers/paths';
import { periodOf } from '@/lib/papers/periods';
import { site } from '@/lib/site/site';
import { publicRead } from '@/lib/web/public-read';
import { sitemap, sitemapIndex } from './sitemap';

/** Ids per sitemap: a file reads one range of the primary key, however many papers there are. */
const CHUNK = 10_000;
/** Most days listed; older ones are reached by month and year. */
const MOST_DAYS = 2_000;

/** Well below the limit of a sitemap. */
const MOST_COLLECTIONS = 10_000;

const FIXED = [
  '/',
  '/papers/new',
  '/papers/discussed',
  '/papers/with-code',
  '/topics',
  '/about',
  '/about/ranking',
  '/moderation',
  '/privacy',
];

/** Returns the sitemap index. */
export async function getSitemapIndex(): Promise<string> {
  const [last, collections] = await publicRead(() =>
    Promise.all([getLastPaperId(), listPublicAddresses(1)]),
  );
  const more = collections.length > 0 ? ['/sitemaps/collections.xml'] : [];
  const chunks = Array.from(
    { length: Math.ceil(last / CHUNK) },
    (_, n) => `/sitemaps/papers-${n}.xml`,
  );
  return sitemapIndex(['/sitemaps/lists.xml', ...more, ...chunks], site().url);
}

/** Returns the sitemap of lists: feeds, topics, days, months and years with papers. */
export async function getListsSitemap(): Promise<string> {
  'use cache';
  cacheLife('counts');
  const [topics, years, days] = await Promise.all([
    getTopicCounts(),
    getYears(),
    publicRead(() => listFeedDays(MOST_DAYS)),
  ]);
  const months = [...new Set(days.map((day) => periodOf('month', day).at))];
  const paths = [
    ...FIXED,
    ...topics.map(({ topic }) => feedPath({ kind: 'topic', topic, order: 'trending' })).sort(),
    ...years.map((year) => feedPath({ kind: 'year', year })),
    ...months.map((at) => feedPath({ kind: 'month', at })),
    ...days.map((at) => feedPath({ kind: 'date', at })),
  ];
  return sitemap(
    paths.map((path) => ({ path })),
    site().url,
  );
}

/** Returns the sitemap of public collections with papers, last updated first; null without any. */
export async function getCollectionsSitemap(): Promise<string | null> {
  const rows = await publicRead(() => listPublicAddresses(MOST_COLLECTIONS));
  if (rows.length === 0) return null;
  return sitemap(
    rows.map(({ key, changed }) => ({ path: collectionPath(key), changed })),
    site().url,
  );
}

/** Returns the sitemap of the `n`th range of ids; null if it has no papers. */
export async function getPapersSitemap(n: number): Promise<string | null> {
  const rows = await publicRead(() => listPages(n * CHUNK + 1, (n + 1) * CHUNK));
  if (rows.length === 0) return null;
  return sitemap(
    rows.map(({ slug, changed }) => ({ path: paperPath(slug), changed })),
    site().url,
  );
}
