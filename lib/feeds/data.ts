import { cacheLife, cacheTag } from 'next/cache';
import {
  getFirstYear,
  LOOKED_THROUGH,
  listCodeMomentum,
  listDays,
  listDiscussed,
  listFiltered,
  listNewest,
  listTopic,
  listTopicCounts,
  listTopicDays,
  listTrending,
  listWithCode,
  listYear,
  type Page,
} from '@/db/queries/feeds';
import { getLatestDay, getNeighbourDays, listDayCounts } from '@/db/queries/periods';
import { FEEDS } from '@/lib/base/tags';
import { today } from '@/lib/papers/days';
import { type Feed, type Filter, LAST_PAGE, PAGE_SIZE } from '@/lib/papers/paths';
import { addDays, daysOf, type Period, type PeriodKind, periodOf } from '@/lib/papers/periods';
import type { Calendar, DayCount, FeedPage, TopicCount } from '@/lib/papers/types';
import { rankWindow, weave } from '@/lib/ranking/fair-chances';
import { getFairChances } from '@/lib/views/data';
import { publicRead } from '@/lib/web/public-read';
import { listSummaries } from './summaries';
import { templateFeed } from './template';
import { TEMPLATE_PAGE } from './template-page';

/** Returns a page of papers; queries one more id to know whether there is a next page. */
async function feedPage(page: number, list: (at: Page) => Promise<number[]>): Promise<FeedPage> {
  return publicRead(async () => {
    const ids = await list({ limit: PAGE_SIZE + 1, offset: (page - 1) * PAGE_SIZE });
    return {
      papers: await listSummaries(ids.slice(0, PAGE_SIZE)),
      page,
      more: ids.length > PAGE_SIZE && page < LAST_PAGE,
    };
  });
}

/** Returns Trending by rank; a few places of its first page are drawn at random. */
export async function getTrending(page: number): Promise<FeedPage> {
  'use cache';
  cacheLife('public');
  cacheTag(FEEDS);
  if (page === TEMPLATE_PAGE) return templateFeed();
  const chances = await getFairChances();
  const given = chances.map(({ id }) => id);
  const { offset, limit } = rankWindow(page, PAGE_SIZE, chances.length);
  return publicRead(async () => {
    const ids = await listTrending({ offset, limit: limit + 1 }, given);
    const shown = ids.slice(0, limit);
    const places = chances.map(({ id, place }) => ({ row: id, place }));
    const papers = await listSummaries(page === 1 ? weave(shown, places) : shown);
    return {
      papers: papers.map((paper) => ({ ...paper, littleSeen: given.includes(paper.id) })),
      page,
      more: ids.length > limit && page < LAST_PAGE,
    };
  });
}

/** Returns a page of any feed but Trending, which adds random places to its order. */
export async function getFeed(feed: StoredFeed, page: number): Promise<FeedPage> {
  'use cache';
  cacheLife('public');
  cacheTag(FEEDS);
  if (page === TEMPLATE_PAGE) return templateFeed();
  return feedPage(page, (at) => listFeed(feed, at));
}

export type FilteredPage = FeedPage & {
  /** How many papers were scanned, if the scan stopped at its limit; else null. */
  lookedThrough: number | null;
};

/** Returns a page of papers that match all conditions of a filter. */
export async function getFiltered(filter: Filter, page: number): Promise<FilteredPage> {
  'use cache';
  cacheLife('public');
  cacheTag(FEEDS);
  let complete = true;
  const feed = await feedPage(page, async (at) => {
    const found = await listFiltered(filter, at);
    complete = found.complete;
    return found.ids;
  });
  return { ...feed, lookedThrough: complete ? null : LOOKED_THROUGH };
}

type StoredFeed = Exclude<Feed, { kind: 'trending' | 'filter' }>;

/** Returns the first ids of any feed, by its order alone. */
export async function listFirst(feed: Feed, limit: number): Promise<number[]> {
  const page = { limit, offset: 0 };
  if (feed.kind === 'trending') return listTrending(page);
  if (feed.kind === 'filter') return (await listFiltered(feed.filter, page)).ids;
  return listFeed(feed, page);
}

function listFeed(feed: StoredFeed, page: Page): Promise<number[]> {
  switch (feed.kind) {
    case 'new':
      return listNewest(page);
    case 'discussed':
      return listDiscussed(page);
    case 'code-momentum':
      return listCodeMomentum(page);
    case 'with-code':
      return listWithCode(page);
    case 'year':
      return listYear(feed.year, page);
    case 'topic':
      return typeof feed.order === 'string'
        ? listTopic(feed.topic, feed.order, page)
        : listTopicDays(feed.topic, daysOf(feed.order), page);
    default:
      return listDays(daysOf(feed), page);
  }
}

/**
 * The neighbours of a period; `until` is its latest day with papers, `elsewhere` is the nearest
 * earlier period with papers.
 */
export type PeriodPlace =
  | { kind: 'here'; before: Period | null; after: Period | null; until: string }
  | { kind: 'elsewhere'; period: Period }
  | { kind: 'missing' };

/**
 * Returns the place of a day, week or month among those with papers, in a topic or on the whole
 * site (`null`). `missing` is a future one (except weeks, which lead to the latest) or one before
 * the first; on an empty site, only the current period is here.
 */
export async function getPeriodPlace(topic: string | null, period: Period): Promise<PeriodPlace> {
  'use cache';
  cacheLife('public');
  cacheTag(FEEDS);
  const { first, last } = daysOf(period);
  const now = today();
  const [until = now] = [last, now].sort();
  const [latest, { before, after }] = await publicRead(() =>
    Promise.all([getLatestDay(topic, until), getNeighbourDays(topic, first, last)]),
  );
  // Feed readers request the last week of the year; it leads to the latest one.
  if (first > now && (period.kind !== 'week' || latest === null)) return { kind: 'missing' };
  if (latest === null && last < now) return { kind: 'missing' };
  if (latest !== null && latest < first) {
    return { kind: 'elsewhere', period: periodOf(period.kind, latest) };
  }
  const beside = (day: string | null) =>
    day !== null && day <= now ? periodOf(period.kind, day) : null;
  return { kind: 'here', before: beside(before), after: beside(after), until: latest ?? now };
}

/** Returns the current day, week or month, or the latest earlier one with papers. */
export async function getLatestPeriod(
  topic: string | null,
  kind: PeriodKind,
): Promise<{ period: Period; current: boolean }> {
  'use cache';
  cacheLife('public');
  cacheTag(FEEDS);
  const now = today();
  const present = periodOf(kind, now);
  const period = periodOf(kind, (await publicRead(() => getLatestDay(topic, now))) ?? now);
  return { period, current: period.at === present.at };
}

/** Returns a month (YYYY-MM) of the calendar beside periods. */
export async function getCalendar(topic: string | null, month: string): Promise<Calendar> {
  'use cache';
  cacheLife({ stale: 60, revalidate: 60, expire: 3600 });
  cacheTag(FEEDS);
  const { first, last } = daysOf({ kind: 'month', at: month });
  const now = today();
  const [counts, beside] = await publicRead(() =>
    Promise.all([listDayCounts(topic, first, last), getNeighbourDays(topic, first, last)]),
  );
  return {
    month,
    counts: counts.filter(({ day }) => day <= now),
    before: beside.before?.slice(0, 7) ?? null,
    after: beside.after && beside.after <= now ? beside.after.slice(0, 7) : null,
  };
}

/** Days in the strip on the front page. */
const RECENT_DAYS = 7;

/** Returns the last days (UTC), today first, with the number of papers of each. */
export async function getRecentDays(): Promise<DayCount[]> {
  'use cache';
  cacheLife({ stale: 60, revalidate: 60, expire: 3600 });
  cacheTag(FEEDS);
  const now = today();
  const counts = await publicRead(() => listDayCounts(null, addDays(now, 1 - RECENT_DAYS), now));
  const papers = new Map(counts.map((one) => [one.day, one.papers]));
  return Array.from({ length: RECENT_DAYS }, (_, ago) => {
    const day = addDays(now, -ago);
    return { day, papers: papers.get(day) ?? 0 };
  });
}

/** Returns every topic with papers, and their number. */
export async function getTopicCounts(): Promise<TopicCount[]> {
  'use cache';
  cacheLife('counts');
  return publicRead(() => listTopicCounts());
}

/** Returns the years of publication to choose from, this year first. */
export async function getYears(): Promise<number[]> {
  'use cache';
  cacheLife('counts');
  const now = Number(today().slice(0, 4));
  const first = Math.min((await publicRead(() => getFirstYear())) ?? now, now);
  return Array.from({ length: now - first + 1 }, (_, n) => now - n);
}
