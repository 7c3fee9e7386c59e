import path from 'node:path';
import type { NextConfig } from 'next';
import { pageCacheBytes } from './lib/base/page-cache';
import { TEMPLATE_PAGE } from './lib/feeds/template-page';
import { rewriteSource } from './lib/papers/address-patterns';
import {
  FEED_ADDRESSES,
  LATEST_ADDRESSES,
  NUMBERED_KINDS,
  OTHER_ADDRESSES,
} from './lib/papers/addresses';

const MODERN = ':slug(\\d{4}\\.\\d{4,5})';
const OLD = ':archive([a-z-]+)/:number(\\d{7})';
const ELSEWHERE = ':slug(x[0-9a-z]{7})';
/** 2 to 100: the first page of a feed has no number. */
const PAGE = ':page([2-9]|[1-9]\\d|100)';

/** A paper's threads in an order, of a kind, in a state: `newest-question-open`. */
const THREADS =
  ':view((?:best|newest)(?:-(?:question|error|replication|review))?(?:-(?:open|settled))?)';
const HANDLE = rewriteSource(':handle');
const TOPIC = rewriteSource(':topic');
const ID = '(\\d{1,15})';
/** What a feed can be read as, after the address of its page. */
const FORMAT = '.:format(rss|atom|json)';
const EXPORT = '/export.:format(bib|ris|csl\\.json|csv)';

/** `/topics/:topic(cs\.CV|…)/new` → `/topics/:topic/new` */
function withoutPatterns(source: string): string {
  return source.replace(/\(.*?\)+(?=\/|$)/g, '');
}

const papers = [
  { source: `/papers/${MODERN}`, slug: ':slug' },
  { source: `/papers/${ELSEWHERE}`, slug: ':slug' },
  { source: `/papers/${OLD}`, slug: ':archive/:number' },
];

const MARKDOWN = [{ type: 'header' as const, key: 'accept', value: '.*text/markdown.*' }];
const VERSION = ':version((?:v\\d{1,3})?)';
/** An old identifier as it may be written elsewhere: with its subject class and a version. */
const OLD_WRITTEN = `:archive([a-z-]+):subject((?:\\.[a-z-]{2,12})?)/:number(\\d{7})${VERSION}`;

/** What programs ask for: papers as Markdown, and identifiers with a slash in them. */
const forPrograms = [
  { source: `/papers/${MODERN}${VERSION}.md`, destination: '/api/papers/:slug/markdown' },
  { source: `/papers/${ELSEWHERE}.md`, destination: '/api/papers/:slug/markdown' },
  { source: `/papers/${OLD_WRITTEN}.md`, destination: '/api/papers/:archive~:number/markdown' },
  {
    source: `/papers/${MODERN}${VERSION}`,
    has: MARKDOWN,
    destination: '/api/papers/:slug/markdown',
  },
  { source: `/papers/${ELSEWHERE}`, has: MARKDOWN, destination: '/api/papers/:slug/markdown' },
  {
    source: `/papers/${OLD_WRITTEN}`,
    has: MARKDOWN,
    destination: '/api/papers/:archive~:number/markdown',
  },
  { source: '/.well-known/openapi.json', destination: '/api/openapi.json' },
  { source: `/api/papers/${OLD_WRITTEN}`, destination: '/api/papers/:archive~:number' },
  {
    source: `/api/for-you/not-interested/${OLD_WRITTEN}`,
    destination: '/api/for-you/not-interested/:archive~:number',
  },
  {
    source: `/api/papers/${OLD_WRITTEN}/:rest*`,
    destination: '/api/papers/:archive~:number/:rest*',
  },
  { source: `/api/arxiv/${OLD_WRITTEN}/repos`, destination: '/api/arxiv/:archive~:number/repos' },
];

/** Mails that were sent before hold these; a mail program follows no redirect (RFC 8058). */
const forMails = [
  { source: '/api/notifications/unsubscribe', destination: '/mail/notifications/end' },
  { source: '/api/subscriptions/end', destination: '/mail/digests/end' },
];

/** The stored feeds but Trending, whose first page is the front page. */
const FEEDS = [
  ...Object.values(FEED_ADDRESSES),
  { path: OTHER_ADDRESSES.organization, stored: '/feed/organization/:organization/trending' },
  {
    path: `${OTHER_ADDRESSES.organization}/new`,
    stored: '/feed/organization/:organization/new',
  },
  { path: '/moderation', stored: '/feed/moderation' },
  {
    path: `${OTHER_ADDRESSES.reader}/:section`,
    stored: '/feed/reader/:handle/:section',
  },
].map(({ path, stored }) => ({ source: rewriteSource(path), destination: stored }));

/**
 * Stored pages lie below /feed and /paper and are reached by rewrites only, because every address
 * that is rendered is also kept: what cannot be an identifier, a day or a page number ends here.
 */
const stored = [
  { source: '/', destination: '/feed/trending/1' },
  { source: `/papers/trending/${PAGE}`, destination: '/feed/trending/:page' },
  ...FEEDS.flatMap(({ source, destination }) => [
    { source, destination: `${destination}/1` },
    { source: `${source}/${PAGE}`, destination: `${destination}/:page` },
  ]),
  ...Object.values(LATEST_ADDRESSES).map(({ path, stored }) => ({
    source: rewriteSource(path),
    destination: `${stored}/1`,
  })),
  ...['trending' as const, ...NUMBERED_KINDS].map((kind) => {
    const { path, stored } =
      kind === 'trending'
        ? { path: '/papers/trending', stored: '/feed/trending' }
        : FEED_ADDRESSES[kind];
    const source = `${rewriteSource(path)}/${TEMPLATE_PAGE}`;
    return { source, destination: `${stored}/${TEMPLATE_PAGE}` };
  }),
  { source: '/topics', destination: '/feed/topics/all' },
  { source: `/u/${HANDLE}`, destination: '/feed/reader/:handle/overview/1' },
  { source: '/about/ranking', destination: '/feed/about/ranking' },
  ...papers.flatMap(({ source, slug }) => [
    { source, destination: `/paper/page/${slug}` },
    { source: `${source}/corrections`, destination: `/paper/corrections/${slug}` },
    { source: `${source}/discussion/${THREADS}`, destination: `/paper/threads/:view/1/${slug}` },
    {
      source: `${source}/discussion/${THREADS}/${PAGE}`,
      destination: `/paper/threads/:view/:page/${slug}`,
    },
    { source: `${source}/versions`, destination: `/paper/versions/${slug}` },
    { source: `${source}/thread/:root${ID}`, destination: `/paper/thread/:root/${slug}` },
  ]),
  { source: `/comments/:id${ID}/history`, destination: '/paper/comment/:id/history' },
];

/** Pages of lists of papers, as far as they have one address each. */
const { trending, organization, reader, collection, comments } = OTHER_ADDRESSES;
const LISTS = [
  trending,
  ...[FEED_ADDRESSES, LATEST_ADDRESSES].flatMap((list) =>
    Object.values(list).map(({ path }) => path),
  ),
  organization,
  reader,
].map(rewriteSource);
const COLLECTION = rewriteSource(collection);

/** A page's feed stands at its address and a format: `/topics/cs.CV.atom`. */
const syndicated = [
  ...[...LISTS, COLLECTION, comments, ...papers.map(({ source }) => `${source}/comments`)].map(
    (source) => ({
      source: source + FORMAT,
      destination: `/syndication/:format/list${withoutPatterns(source)}`,
    }),
  ),
  { source: `/search${FORMAT}`, destination: '/syndication/:format/search' },
  { source: `/for-you${FORMAT}`, destination: '/syndication/:format/for-you' },
  { source: `/papers/filter${FORMAT}`, destination: '/syndication/:format/filter' },
];

/** What a page's papers are cited by stands below it: `/papers/2201.04388/export.bib`. */
const exported = [
  ...[...LISTS, ...papers.map(({ source }) => source)].map((source) => ({
    source: source + EXPORT,
    destination: `/exports/:format/at${withoutPatterns(source)}`,
  })),
  { source: COLLECTION + EXPORT, destination: '/exports/:format/collection/:key' },
  { source: `/search${EXPORT}`, destination: '/exports/:format/search' },
  { source: `/papers/filter${EXPORT}`, destination: '/exports/:format/filter' },
];

const pictured = [
  { source: '/card.png', destination: '/cards/site' },
  ...[`/topics/${TOPIC}`, ...papers.map(({ source }) => source)].map((source) => ({
    source: `${source}/card.png`,
    destination: `/cards${withoutPatterns(source)}`,
  })),
  ...papers.map(({ source, slug }) => ({
    source: `${source}/badge.svg`,
    destination: `/cards/badges/${slug}`,
  })),
];

/** `/papers/date/2026-07-25/1` → `/papers/date/2026-07-25` */
const firstPages = FEEDS.map(({ source }) => ({
  source: `${source}/1`,
  destination: withoutPatterns(source),
  permanent: true,
}));

const config: NextConfig = {
  cacheComponents: true,
  partialPrefetching: true,
  poweredByHeader: false,
  // Set by scripts/setup/build.ts: the same for every build of these sources.
  generateBuildId: () => process.env.NEXT_DEPLOYMENT_ID || null,
  // For pages and `/version` (lib/base/build.ts).
  env: { PAPERTIDE_BUILD: process.env.NEXT_DEPLOYMENT_ID ?? '' },
  reactStrictMode: true,
  typedRoutes: false,
  // `npm test` checks the types; doing it again would make every first start a third longer.
  typescript: { ignoreBuildErrors: true },
  cacheHandler: path.join(process.cwd(), 'cache-handler.mjs'),
  // Compressed (cache-handler.mjs), and as many bytes again of what cached functions return.
  cacheMaxMemorySize: pageCacheBytes(process.env.PAGE_CACHE_MB),
  cacheLife: {
    public: { stale: 30, revalidate: 15, expire: 3600 },
    /**
     * What only changes of rows can change, which end it by its tags. The outer server tells shared
     * caches the same as for any other page (lib/web/guard.ts).
     */
    quiet: { stale: 30, revalidate: 43_200, expire: 86_400 },
    /** What other papers say, too: once an hour is enough. */
    similar: { stale: 30, revalidate: 3600, expire: 86_400 },
    /** Counts over whole tables: some seconds of work at a million papers. */
    counts: { stale: 60, revalidate: 600, expire: 86_400 },
    /** Feeds and exports of searches, which programs ask for again and again. */
    searches: { stale: 300, revalidate: 300, expire: 3600 },
  },
  serverExternalPackages: [
    'pino',
    'postgres',
    'graphile-worker',
    'nodemailer',
    'satori',
    'sharp',
    '@modelcontextprotocol/sdk',
  ],
  experimental: {
    isrFlushToDisk: false,
    // Written for the next build in the same folder: where there is none, half a minute for nothing.
    turbopackFileSystemCacheForBuild: !process.env.CI,
    // 45 MB of pages, most of which nobody asks for; warm-up.ts loads those that are.
    preloadEntriesOnStart: false,
    serverActions: { bodySizeLimit: '1mb' },
  },
  async headers() {
    return [
      {
        source: '/sw.js',
        headers: [
          // A worker is bound by its own policy: it may ask this site only.
          {
            key: 'content-security-policy',
            value: "default-src 'none'; connect-src 'self'; script-src 'self'",
          },
          { key: 'cache-control', value: 'no-cache' },
        ],
      },
    ];
  },
  async rewrites() {
    const beforeFiles = [
      ...forPrograms,
      ...forMails,
      ...stored,
      ...syndicated,
      ...exported,
      ...pictured,
    ];
    return { beforeFiles, afterFiles: [], fallback: [] };
  },
  async redirects() {
    return [
      { source: '/feed/:path*', destination: '/', permanent: false },
      // Mails sent before release 0.2 link to it.
      { source: '/moderation/answers', destination: '/moderation/appeals', permanent: false },
      { source: '/cards/:path*', destination: '/', permanent: false },
      { source: '/exports/:path*', destination: '/', permanent: false },
      { source: '/syndication/:path*', destination: '/', permanent: false },
      { source: '/paper/:path*', destination: '/papers/:path*', permanent: false },
      { source: '/papers/trending', destination: '/', permanent: false },
      { source: '/papers/trending/1', destination: '/', permanent: true },
      { source: '/papers/date', destination: '/papers', permanent: false },
      ...firstPages,
      {
        source: '/papers/:slug(\\d{4}\\.\\d{4,5})v:version(\\d+)',
        destination: '/papers/:slug',
        permanent: false,
      },
      {
        source: `/papers/${OLD}v:version(\\d+)`,
        destination: '/papers/:archive/:number',
        permanent: false,
      },
      {
        source: `/papers/:archive([a-z-]+).:subject([a-z-]{2,12})/:number(\\d{7})${VERSION}`,
        destination: '/papers/:archive/:number',
        permanent: false,
      },
      // As programs write an identifier that is one part of an address.
      ...['', '.md'].map((ending) => ({
        source: `/papers/:archive([a-z-]+)%2F:number(\\d{7})${ending}`,
        destination: `/papers/:archive/:number${ending}`,
        permanent: false,
      })),
    ];
  },
};

export default config;
