import { and, desc, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm';
import { db, type Executor } from '../client';
import { PREPARED } from '../prepared';
import {
  comments,
  organizations,
  paperAuthors,
  paperListings,
  papers,
  pictures,
  upvotes,
  users,
} from '../schema';
import { countedVote } from './ranking';
import { retraction } from './retractions';
import { sourcePicture } from './source-pictures';

/** Authors named in a feed row. */
const FIRST_AUTHORS = 5;
/** Characters of an abstract that a feed row may show. */
const ABSTRACT_START = 700;

const firstAuthors = sql<{ name: string; handle: string | null }[]>`(
  select coalesce(json_agg(json_build_object('name', a.name, 'handle', u.handle) order by a.position), '[]')
  from paper_authors a
  left join users u on u.id = a.user_id and a.claim_status = 'verified'
  where a.paper_id = ${papers.id} and a.position < ${FIRST_AUTHORS}
)`;

/** The site whose list has the paper, with its upvotes; the one with the most. */
const listing = sql<{ site: string; upvotes: number } | null>`(
  select json_build_object('site', l.site, 'upvotes', l.upvotes) from paper_listings l
  where l.paper_id = ${papers.id} order by l.upvotes desc, l.site limit 1)`;

const common = {
  id: papers.id,
  slug: papers.slug,
  title: papers.title,
  authorCount: papers.authorCount,
  organizationSlug: organizations.slug,
  organizationName: organizations.name,
  organizationPicture: organizations.picture,
  publishedAt: papers.publishedAt,
  submittedAt: papers.submittedAt,
  feedDay: papers.feedDay,
  categories: papers.categories,
  summary: papers.summary,
  summaryBy: papers.summaryBy,
  codeUrl: papers.codeUrl,
  codeStars: papers.codeStars,
  codeMomentum: papers.codeMomentum,
  upvotes: papers.upvoteCount,
  comments: papers.commentCount,
};

/** Voters with public votes; no others are named. */
const mayBeNamed = and(isNotNull(users.handle), eq(users.votesPrivate, false));

export type FeedRow = Awaited<ReturnType<typeof selectRows>>[number];

const selectRows = (ids: number[]) =>
  db()
    .select({
      ...common,
      trending: papers.trending,
      weight: papers.weightSum,
      exposure: papers.exposure,
      outsideWeight: papers.outsideWeight,
      outsideExposure: papers.outsideExposure,
      prior: papers.prior,
      picture: papers.picture,
      sourcePicture,
      authors: firstAuthors,
      listing,
      abstractStart: sql<string>`left(${papers.abstract}, ${ABSTRACT_START})`,
    })
    .from(papers)
    .leftJoin(organizations, eq(organizations.id, papers.organizationId))
    .where(
      and(sql`${PREPARED} ${papers.id} = any(${`{${ids}}`}::bigint[])`, isNull(papers.removedAt)),
    );

/** Papers as feed rows, in the order of `ids`; skips deleted ones. */
export async function listPapers(ids: number[]): Promise<FeedRow[]> {
  if (ids.length === 0) return [];
  const rows = new Map((await selectRows(ids)).map((row) => [row.id, row]));
  return ids.flatMap((id) => rows.get(id) ?? []);
}

/** The log entry that locked the discussion; null if it is open. */
const latestLock = sql<{ reason: string | null; logId: number | null } | null>`
  case when ${papers.lockedAt} is not null then (
    select json_build_object('reason', max(l.reason), 'logId', max(l.id)) from (
      select id, reason from moderation_log
      where paper_id = ${papers.id} and action = 'lock_discussion'
      order by id desc limit 1) l) end`;

export async function getPaperBySlug(slug: string) {
  const [paper] = await db()
    .select({
      ...common,
      source: papers.source,
      externalId: papers.externalId,
      organizationId: papers.organizationId,
      version: papers.version,
      abstract: papers.abstract,
      keywords: papers.keywords,
      revisedAt: papers.revisedAt,
      withdrawn: papers.withdrawn,
      retraction,
      doi: papers.doi,
      journalRef: papers.journalRef,
      note: papers.note,
      codeStarsOn: papers.codeStarsOn,
      projectUrl: papers.projectUrl,
      corrected: sql<boolean>`exists (
        select from paper_corrections c where c.paper_id = ${papers.id})`,
      picture: { hash: pictures.hash, width: pictures.width, height: pictures.height },
      sourcePicture,
      submittedBy: users.handle,
      lock: latestLock,
    })
    .from(papers)
    .leftJoin(organizations, eq(organizations.id, papers.organizationId))
    .leftJoin(pictures, eq(pictures.hash, papers.picture))
    .leftJoin(users, eq(users.id, papers.submittedBy))
    .where(and(sql`${PREPARED} ${papers.slug} = ${slug}`, isNull(papers.removedAt)));
  return paper ?? null;
}

export type PaperRow = NonNullable<Awaited<ReturnType<typeof getPaperBySlug>>>;

export const listAuthors = (paperId: number) =>
  db()
    .select({ name: paperAuthors.name, handle: users.handle })
    .from(paperAuthors)
    .leftJoin(
      users,
      and(eq(users.id, paperAuthors.userId), eq(paperAuthors.claimStatus, 'verified')),
    )
    .where(sql`${PREPARED} ${paperAuthors.paperId} = ${paperId}`)
    .orderBy(paperAuthors.position);

/** Other sites' figures of a paper, each from its latest list. */
export const listListings = (paperId: number) =>
  db()
    .selectDistinctOn([paperListings.site], {
      site: paperListings.site,
      day: paperListings.day,
      upvotes: paperListings.upvotes,
      comments: paperListings.comments,
      submitter: paperListings.submitter,
    })
    .from(paperListings)
    .where(sql`${PREPARED} ${paperListings.paperId} = ${paperId}`)
    .orderBy(paperListings.site, desc(paperListings.day));

/** Latest voters whose upvotes count and who may be named. */
export const listUpvoters = (paperId: number, limit: number) =>
  db()
    .select({
      id: users.id,
      handle: sql<string>`${users.handle}`,
      name: users.name,
      picture: users.picture,
    })
    .from(upvotes)
    .innerJoin(users, eq(users.id, upvotes.userId))
    .where(and(sql`${PREPARED} ${upvotes.paperId} = ${paperId}`, mayBeNamed, countedVote()))
    .orderBy(desc(upvotes.createdAt))
    .limit(limit);

/** Titles (LaTeX) of the existing ones among these papers. */
export async function listTitles(
  on: Executor,
  slugs: string[],
): Promise<{ slug: string; title: string }[]> {
  if (slugs.length === 0) return [];
  return on
    .select({ slug: papers.slug, title: papers.title })
    .from(papers)
    .where(and(inArray(papers.slug, slugs), isNull(papers.removedAt)));
}

/** Slug and title (LaTeX) of a visible paper, or null. */
export async function findTitle(
  by: { id: number } | { slug: string },
): Promise<{ slug: string; title: string } | null> {
  const named = 'id' in by ? eq(papers.id, by.id) : eq(papers.slug, by.slug);
  const [found] = await db()
    .select({ slug: papers.slug, title: papers.title })
    .from(papers)
    .where(and(named, isNull(papers.removedAt)));
  return found ?? null;
}

/** Slug and title (LaTeX) of a comment's paper, or null. */
export async function findTitleOfComment(
  commentId: number,
): Promise<{ slug: string; title: string } | null> {
  const [found] = await db()
    .select({ slug: papers.slug, title: papers.title })
    .from(comments)
    .innerJoin(papers, eq(papers.id, comments.paperId))
    .where(and(eq(comments.id, commentId), isNull(papers.removedAt)));
  return found ?? null;
}
