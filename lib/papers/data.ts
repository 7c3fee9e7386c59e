import { cacheLife, cacheTag } from 'next/cache';
import { db } from '@/db/client';
import { listBadges } from '@/db/queries/badges';
import { listStars } from '@/db/queries/code';
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
import { getMergedSlug } from '@/db/queries/merging';
import {
  type FeedRow,
  getPaperBySlug,
  listAuthors,
  listListings,
  listPapers,
  listUpvoters,
  type PaperRow,
} from '@/db/queries/papers';
import { getLatestDay, getNeighbourDays, listDayCounts } from '@/db/queries/periods';
import { countVersions } from '@/db/queries/versions';
import { listSparklines } from '@/db/queries/why';
import { FEEDS, tagsOfPaper, voterTag } from '@/lib/base/tags';
import { gainsOf, STAR_DAYS } from '@/lib/code/series';
import { rankWindow, weave } from '@/lib/ranking/fair-chances';
import { rateOf } from '@/lib/ranking/trending';
import { getFairChances } from '@/lib/views/data';
import { withDeadline } from '@/lib/web/deadline';
import { today } from './days';
import { excerpt } from './excerpt';
import { type Feed, type Filter, LAST_PAGE, PAGE_SIZE } from './paths';
import { daysOf, type Period, type PeriodKind, periodOf } from './periods';
import type { Calendar, FeedPage, PaperDetail, PaperSummary, TopicCount, Upvoter } from './types';

/** Readers that a paper's page names; the rest are counted. */
const UPVOTERS_NAMED = 60;

const shared = (row: FeedRow | PaperRow) => ({
  id: row.id,
  slug: row.slug,
  title: row.title,
  authorCount: row.authorCount,
  organization:
    row.organizationSlug && row.organizationName
      ? {
          slug: row.organizationSlug,
          name: row.organizationName,
          picture: row.organizationPicture,
        }
      : null,
  publishedAt: row.publishedAt.toISOString(),
  submittedAt: row.submittedAt?.toISOString() ?? null,
  feedDay: row.feedDay,
  categories: row.categories,
  codeUrl: row.codeUrl,
  codeStars: row.codeStars,
  codeMomentum: row.codeMomentum,
  upvotes: row.upvotes,
  comments: row.comments,
});

/** Views from which a row tells upvotes per view: before, that says little. */
const SAID_FROM = 20;

/** Rows as feeds show them. What they show of other tables is asked for here, once a page. */
async function toSummaries(rows: FeedRow[]): Promise<PaperSummary[]> {
  const now = Date.now();
  const ids = rows.map(({ id }) => id);
  const [sparklines, badges] = await Promise.all([listSparklines(ids, now), listBadges(db(), ids)]);
  return rows.map((row) => ({
    ...shared(row),
    authors: row.authors,
    excerpt: excerpt(row.summary ?? row.abstractStart),
    summaryBy: row.summary ? row.summaryBy : null,
    rate: row.trending === null || row.exposure < SAID_FROM ? null : rateOf(row),
    listing: row.listing,
    picture: row.picture,
    sparkline: sparklines.get(row.id) ?? [],
    littleSeen: false,
    badges: badges.get(row.id) ?? [],
  }));
}

/** These papers as feed rows, in the order of `ids`; one that is gone is left out. */
export async function listSummaries(ids: number[]): Promise<PaperSummary[]> {
  return withDeadline(async () => toSummaries(await listPapers(ids)));
}

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

/** Confirmed authors by whose changes a page is rendered again; Next keeps 128 tags of a page. */
const CONFIRMED_NAMED = 60;

export type PaperPage = { paper: PaperDetail; upvoters: Upvoter[] };

/** Everything that a paper's page shows but its comments; null when there is no such paper. */
export async function getPaper(slug: string): Promise<PaperPage | null> {
  'use cache';
  cacheLife('public');
  const row = await withDeadline(() => getPaperBySlug(slug));
  if (!row) {
    cacheTag(FEEDS);
    return null;
  }
  const [authors, external, upvoters, badges, counts, versions] = await withDeadline(() =>
    Promise.all([
      listAuthors(row.id),
      listListings(row.id),
      listUpvoters(row.id, UPVOTERS_NAMED),
      listBadges(db(), [row.id]),
      row.codeStarsOn ? listStars(row.id, STAR_DAYS + 1) : [],
      countVersions(db(), row.id),
    ]),
  );
  const named = authors.flatMap(({ handle }) => handle ?? []).slice(0, CONFIRMED_NAMED);
  const handles = [...(row.submittedBy ? [row.submittedBy] : []), ...named];
  const { id, organizationId } = row;
  // Not of feeds: a page shows nothing of the others.
  cacheTag(...tagsOfPaper({ id, organizationId, handles }).filter((tag) => tag !== FEEDS));
  for (const { id } of upvoters) cacheTag(voterTag(id));
  const { abstract, summary, keywords, source, externalId, version } = row;
  const { withdrawn, retraction, doi, journalRef, note, projectUrl, corrected, submittedBy, lock } =
    row;
  return {
    upvoters: upvoters.map(({ handle, name }) => ({ handle, name })),
    paper: {
      ...shared(row),
      authors,
      external,
      badges: badges.get(row.id) ?? [],
      abstract,
      summary,
      summaryBy: summary ? row.summaryBy : null,
      keywords,
      source,
      externalId,
      version,
      revisedAt: row.revisedAt?.toISOString() ?? null,
      withdrawn,
      retraction,
      doi,
      journalRef,
      note,
      projectUrl,
      stars: row.codeStarsOn ? { on: row.codeStarsOn, gains: gainsOf(counts) } : null,
      versions,
      corrected,
      picture: row.picture,
      submittedBy,
      lock,
    },
  };
}

/** The slug of the paper that this one became a part of; null where it did not. */
export async function getMergedInto(slug: string): Promise<string | null> {
  'use cache';
  cacheLife('public');
  cacheTag(FEEDS);
  return withDeadline(() => getMergedSlug(slug));
}
