/**
 * The lists of papers with a page, by kind: the address, and the path of its stored pages
 * (app/(public)/feed). Rewrites (next.config.ts), links (./paths), feeds and exports
 * (lib/syndication) derive from this list; a parameter's pattern is in ./address-patterns.
 */
export const FEED_ADDRESSES = {
  new: { path: '/papers/new', stored: '/feed/new' },
  discussed: { path: '/papers/discussed', stored: '/feed/discussed' },
  'with-code': { path: '/papers/with-code', stored: '/feed/with-code' },
  'code-momentum': { path: '/papers/code-momentum', stored: '/feed/code-momentum' },
  year: { path: '/papers/year/:year', stored: '/feed/year/:year' },
  date: { path: '/papers/date/:date', stored: '/feed/period/date/:date' },
  week: { path: '/papers/week/:week', stored: '/feed/period/week/:week' },
  month: { path: '/papers/month/:month', stored: '/feed/period/month/:month' },
  'topic trending': { path: '/topics/:topic', stored: '/feed/topic/:topic/trending' },
  'topic new': { path: '/topics/:topic/new', stored: '/feed/topic/:topic/new' },
  'topic date': {
    path: '/topics/:topic/date/:date',
    stored: '/feed/topic-period/:topic/date/:date',
  },
  'topic week': {
    path: '/topics/:topic/week/:week',
    stored: '/feed/topic-period/:topic/week/:week',
  },
  'topic month': {
    path: '/topics/:topic/month/:month',
    stored: '/feed/topic-period/:topic/month/:month',
  },
} as const;

/** Those whose later pages differ from each other in their papers and their number only. */
export const NUMBERED_KINDS = [
  'new',
  'discussed',
  'with-code',
  'code-momentum',
  'year',
  'topic trending',
  'topic new',
] as const;

/** Lists without a period in their address: the current one, or the latest with papers. */
export const LATEST_ADDRESSES = {
  date: { path: '/papers', stored: '/feed/period/date/latest' },
  week: { path: '/papers/week', stored: '/feed/period/week/latest' },
  month: { path: '/papers/month', stored: '/feed/period/month/latest' },
  'topic date': { path: '/topics/:topic/date', stored: '/feed/topic-period/:topic/date/latest' },
  'topic week': { path: '/topics/:topic/week', stored: '/feed/topic-period/:topic/week/latest' },
  'topic month': {
    path: '/topics/:topic/month',
    stored: '/feed/topic-period/:topic/month/latest',
  },
} as const;

/** Other pages that have a feed. */
export const OTHER_ADDRESSES = {
  /** Its first page is the front page; page 2 is /papers/trending/2. */
  trending: '/trending',
  organization: '/org/:organization',
  reader: '/u/:handle',
  collection: '/collections/:key',
  comments: '/comments',
} as const;

/** Fills parameters into an address. */
export const fillPath = (path: string, params: Record<string, string | number>): string =>
  path.replace(/:(\w+)/g, (_, name: string) => String(params[name] ?? ''));
