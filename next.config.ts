import path from 'node:path';
import type { NextConfig } from 'next';

const MODERN = ':slug(\\d{4}\\.\\d{4,5})';
const OLD = ':archive([a-z-]+)/:number(\\d{7})';
const ELSEWHERE = ':slug(x[0-9a-z]{7})';
const DAY = ':day((?:19|20)\\d{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01]))';
/** 2 to 100: the first page of a feed has no number. */
const PAGE = ':page([2-9]|[1-9]\\d|100)';

/**
 * Stored pages lie below /feed and /paper and are reached by rewrites only, because every address
 * that is rendered is also kept: what cannot be an identifier, a day or a page number ends here.
 */
const stored = [
  { source: '/', destination: '/feed/trending/1' },
  { source: `/papers/trending/${PAGE}`, destination: '/feed/trending/:page' },
  { source: '/papers/new', destination: '/feed/new/1' },
  { source: `/papers/new/${PAGE}`, destination: '/feed/new/:page' },
  { source: '/papers', destination: '/feed/date/today/1' },
  { source: `/papers/date/${DAY}`, destination: '/feed/date/:day/1' },
  { source: `/papers/date/${DAY}/${PAGE}`, destination: '/feed/date/:day/:page' },
  { source: `/papers/${MODERN}`, destination: '/paper/:slug' },
  { source: `/papers/${ELSEWHERE}`, destination: '/paper/:slug' },
  { source: `/papers/${OLD}`, destination: '/paper/:archive/:number' },
];

const config: NextConfig = {
  cacheComponents: true,
  partialPrefetching: true,
  poweredByHeader: false,
  reactStrictMode: true,
  typedRoutes: false,
  cacheHandler: path.join(process.cwd(), 'cache-handler.mjs'),
  cacheMaxMemorySize: 256 * 1024 * 1024,
  cacheLife: { public: { stale: 30, revalidate: 15, expire: 3600 } },
  serverExternalPackages: ['pino', 'postgres', 'graphile-worker', 'nodemailer', 'sharp'],
  experimental: {
    isrFlushToDisk: false,
    serverActions: { bodySizeLimit: '1mb' },
  },
  async rewrites() {
    return { beforeFiles: stored, afterFiles: [], fallback: [] };
  },
  async redirects() {
    return [
      { source: '/feed/:path*', destination: '/', permanent: false },
      { source: '/paper/:path*', destination: '/papers/:path*', permanent: false },
      { source: '/papers/trending', destination: '/', permanent: false },
      { source: '/papers/trending/1', destination: '/', permanent: true },
      { source: '/papers/new/1', destination: '/papers/new', permanent: true },
      { source: `/papers/date/${DAY}/1`, destination: '/papers/date/:day', permanent: true },
      {
        source: '/papers/:slug(\\d{4}\\.\\d{4,5})v:version(\\d+)',
        destination: '/papers/:slug',
        permanent: false,
      },
    ];
  },
};

export default config;
