import { cacheLife, cacheTag } from 'next/cache';
import {
  type FeedRow,
  getLatestDay,
  getNeighbourDays,
  getPaperBySlug,
  listAuthors,
  listByIds,
  listDay,
  listListings,
  listNewest,
  listTrending,
  listUpvoters,
  type PaperRow,
} from '@/db/queries/papers';
import { listSparklines } from '@/db/queries/why';
import { withDeadline } from '@/lib/http/deadline';
import { FEEDS, paperTag, voterTag } from '@/lib/http/tags';
import { heat } from '@/lib/ranking/trending';
import { today } from './days';
import { excerpt } from './excerpt';
import { LAST_PAGE, PAGE_SIZE } from './paths';
import type { FeedPage, PaperDetail, PaperSummary, Upvoter } from './types';

/** Readers that a paper's page names; the rest are counted. */
const UPVOTERS_NAMED = 60;

const shared = (row: FeedRow | PaperRow) => ({
  id: row.id,
  slug: row.slug,
  title: row.title,
  authorCount: row.authorCount,
  organization:
    row.organizationSlug && row.organizationName
      ? { slug: row.organizationSlug, name: row.organizationName }
      : null,
  publishedAt: row.publishedAt.toISOString(),
  submittedAt: row.submittedAt?.toISOString() ?? null,
  feedDay: row.feedDay,
  categories: row.categories,
  codeUrl: row.codeUrl,
  codeStars: row.codeStars,
  upvotes: row.upvotes,
  comments: row.comments,
});

/** Rows as feeds show them. What they show of other tables is asked for here, once a page. */
async function toSummaries(rows: FeedRow[]): Promise<PaperSummary[]> {
  const now = Date.now();
  const sparklines = await listSparklines(
    rows.map(({ id }) => id),
    now,
  );
  return rows.map((row) => ({
    ...shared(row),
    authors: row.authors,
    excerpt: excerpt(row.summary ?? row.abstractStart),
    summaryBy: row.summary ? row.summaryBy : null,
    heat: row.trending === null ? null : heat(row.trending, now),
    sparkline: sparklines.get(row.id) ?? [],
  }));
}

/** A page of what `list` finds, by asking for one row more than is shown. */
async function feedPage(
  page: number,
  list: (at: { limit: number; offset: number }) => Promise<FeedRow[]>,
): Promise<FeedPage> {
  const rows = await withDeadline(() =>
    list({ limit: PAGE_SIZE + 1, offset: (page - 1) * PAGE_SIZE }),
  );
  return {
    papers: await withDeadline(() => toSummaries(rows.slice(0, PAGE_SIZE))),
    page,
    more: rows.length > PAGE_SIZE && page < LAST_PAGE,
  };
}

/** These papers as feed rows, in the order of `ids`, for pages that are rendered per request. */
export async function listSummaries(ids: number[]): Promise<PaperSummary[]> {
  if (ids.length === 0) return [];
  const papers = await withDeadline(async () => toSummaries(await listByIds(ids)));
  const byId = new Map(papers.map((paper) => [paper.id, paper]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

export async function getTrending(page: number): Promise<FeedPage> {
  'use cache';
  cacheLife('public');
  cacheTag(FEEDS);
  return feedPage(page, listTrending);
}

export async function getNewest(page: number): Promise<FeedPage> {
  'use cache';
  cacheLife('public');
  cacheTag(FEEDS);
  return feedPage(page, listNewest);
}

export type DayFeed =
  | { kind: 'feed'; feed: FeedPage; before: string | null; after: string | null }
  | { kind: 'elsewhere'; day: string }
  | { kind: 'missing' };

/**
 * The papers of a feed day (YYYY-MM-DD); `elsewhere` names the nearest earlier day that has some,
 * `missing` is a day to come or before the first one. A site without any papers has today.
 */
export async function getDay(day: string, page: number): Promise<DayFeed> {
  'use cache';
  cacheLife('public');
  cacheTag(FEEDS);
  const feed = await feedPage(page, (at) => listDay(day, at));
  if (day > today()) return { kind: 'missing' };
  if (feed.papers.length === 0 && page === 1) {
    const latest = await withDeadline(() => getLatestDay(day));
    if (latest) return { kind: 'elsewhere', day: latest };
    if (day !== today()) return { kind: 'missing' };
  }
  return { kind: 'feed', feed, ...(await withDeadline(() => getNeighbourDays(day))) };
}

/** The day that `/papers` leads to: today, or the latest one that has papers. */
export async function getCurrentDay(): Promise<string> {
  'use cache';
  cacheLife('public');
  cacheTag(FEEDS);
  const day = today();
  return (await withDeadline(() => getLatestDay(day))) ?? day;
}

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
  cacheTag(paperTag(row.id));
  const [authors, external, upvoters] = await withDeadline(() =>
    Promise.all([listAuthors(row.id), listListings(row.id), listUpvoters(row.id, UPVOTERS_NAMED)]),
  );
  for (const { id } of upvoters) cacheTag(voterTag(id));
  const { abstract, summary, keywords, source, externalId, version } = row;
  const { withdrawn, doi, journalRef, note, projectUrl, submittedBy } = row;
  return {
    upvoters: upvoters.map(({ handle, name }) => ({ handle, name })),
    paper: {
      ...shared(row),
      authors,
      external,
      abstract,
      summary,
      summaryBy: summary ? row.summaryBy : null,
      keywords,
      source,
      externalId,
      version,
      revisedAt: row.revisedAt?.toISOString() ?? null,
      withdrawn,
      doi,
      journalRef,
      note,
      projectUrl,
      submittedBy,
    },
  };
}
