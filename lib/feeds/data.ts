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
import { withDeadline } from '@/lib/web/deadline';
import { listSummaries } from './summaries';

/** A page of the ids that `list` finds, by asking for one more than is shown. */
async function feedPage(page: number, list: (at: Page) => Promise<number[]>): Promise<FeedPage> {
  const ids = await withDeadline(() =>
    list({ limit: PAGE_SIZE + 1, offset: (page - 1) * PAGE_SIZE }),
  );
  return {
    papers: await listSummaries(ids.slice(0, PAGE_SIZE)),
    page,
    more: ids.length > PAGE_SIZE && page < LAST_PAGE,
  };
}

/** Trending by rank, but for the places of its first page that are given by chance. */
export async function getTrending(page: number): Promise<FeedPage> {
  'use cache';
  cacheLife('public');
  cacheTag(FEEDS);
  const chances = await getFairChances();
  const given = chances.map(({ id }) => id);
  const { offset, limit } = rankWindow(page, PAGE_SIZE, chances.length);
  const ids = await withDeadline(() => listTrending({ offset, limit: limit + 1 }, given));
  const shown = ids.slice(0, limit);
  const places = chances.map(({ id, place }) => ({ row: id, place }));
  const papers = await listSummaries(page === 1 ? weave(shown, places) : shown);
  return {
    papers: papers.map((paper) => ({ ...paper, littleSeen: given.includes(paper.id) })),
    page,
    more: ids.length > limit && page < LAST_PAGE,
  };
}

/** A page of any feed but Trending, which may hold more than the order says. */
export async function getFeed(feed: StoredFeed, page: number): Promise<FeedPage> {
  'use cache';
  cacheLife('public');
  cacheTag(FEEDS);
  return feedPage(page, (at) => listFeed(feed, at));
}

export type FilteredPage = FeedPage & {
  /** How many papers were looked through, when there may be more further down the order. */
  lookedThrough: number | null;
};

/** A page of papers that meet several conditions at once. */
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

/** The first papers of any feed, by its order alone. */
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
 * What stands beside a period; `until` is its latest day with papers, `elsewhere` names the nearest
 * earlier period that has some.
 */
export type PeriodPlace =
  | { kind: 'here'; before: Period | null; after: Period | null; until: string }
  | { kind: 'elsewhere'; period: Period }
  | { kind: 'missing' };

/**
 * Where a day, week or month stands among those that have papers, in a topic or on the whole
 * site (`null`). `missing` is one to come (weeks apart, which lead to the latest) or before the first;
 * a site without any has the present.
 */
export async function getPeriodPlace(topic: string | null, period: Period): Promise<PeriodPlace> {
  'use cache';
  cacheLife('public');
  cacheTag(FEEDS);
  const { first, last } = daysOf(period);
  const now = today();
  const [until = now] = [last, now].sort();
  const [latest, { before, after }] = await withDeadline(() =>
    Promise.all([getLatestDay(topic, until), getNeighbourDays(topic, first, last)]),
  );
  // Readers of feeds ask for the last week of the year to be led to the latest one.
  if (first > now && (period.kind !== 'week' || latest === null)) return { kind: 'missing' };
  if (latest === null && last < now) return { kind: 'missing' };
  if (latest !== null && latest < first) {
    return { kind: 'elsewhere', period: periodOf(period.kind, latest) };
  }
  const beside = (day: string | null) =>
    day !== null && day <= now ? periodOf(period.kind, day) : null;
  return { kind: 'here', before: beside(before), after: beside(after), until: latest ?? now };
}

/** The present day, week or month, or the latest one before it that has papers. */
export async function getLatestPeriod(
  topic: string | null,
  kind: PeriodKind,
): Promise<{ period: Period; current: boolean }> {
  'use cache';
  cacheLife('public');
  cacheTag(FEEDS);
  const now = today();
  const present = periodOf(kind, now);
  const period = periodOf(kind, (await withDeadline(() => getLatestDay(topic, now))) ?? now);
  return { period, current: period.at === present.at };
}

/** A month (YYYY-MM) of the calendar beside the feeds of periods. */
export async function getCalendar(topic: string | null, month: string): Promise<Calendar> {
  'use cache';
  cacheLife({ stale: 60, revalidate: 60, expire: 3600 });
  cacheTag(FEEDS);
  const { first, last } = daysOf({ kind: 'month', at: month });
  const now = today();
  const [counts, beside] = await withDeadline(() =>
    Promise.all([listDayCounts(topic, first, last), getNeighbourDays(topic, first, last)]),
  );
  return {
    month,
    counts: counts.filter(({ day }) => day <= now),
    before: beside.before?.slice(0, 7) ?? null,
    after: beside.after && beside.after <= now ? beside.after.slice(0, 7) : null,
  };
}

/** Days that the strip on the front page shows. */
const RECENT_DAYS = 7;

/** The last days of UTC, the present one first, with how many papers each has. */
export async function getRecentDays(): Promise<DayCount[]> {
  'use cache';
  cacheLife({ stale: 60, revalidate: 60, expire: 3600 });
  cacheTag(FEEDS);
  const now = today();
  const counts = await withDeadline(() => listDayCounts(null, addDays(now, 1 - RECENT_DAYS), now));
  const papers = new Map(counts.map((one) => [one.day, one.papers]));
  return Array.from({ length: RECENT_DAYS }, (_, ago) => {
    const day = addDays(now, -ago);
    return { day, papers: papers.get(day) ?? 0 };
  });
}

/** Every topic that has papers, and how many. */
export async function getTopicCounts(): Promise<TopicCount[]> {
  'use cache';
  cacheLife('counts');
  return withDeadline(() => listTopicCounts());
}

/** The years of publication that a reader can choose from, the present one first. */
export async function getYears(): Promise<number[]> {
  'use cache';
  cacheLife('counts');
  const now = Number(today().slice(0, 4));
  const first = Math.min((await withDeadline(() => getFirstYear())) ?? now, now);
  return Array.from({ length: now - first + 1 }, (_, n) => now - n);
}
