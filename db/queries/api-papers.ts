import { and, eq, isNull, type SQL, sql } from 'drizzle-orm';
import { db } from '../client';
import { PREPARED } from '../prepared';
import { organizations, papers, users } from '../schema';
import type { Page } from './feeds';
import { retraction } from './retractions';
import { shownPicture } from './source-pictures';

type AuthorOfPaper = {
  position: number;
  name: string;
  userId: string | null;
  handle: string | null;
  picture: string | null;
};
type Listing = {
  site: string;
  submitter: string | null;
  handle: string | null;
  avatar: string | null;
  mediaUrls: string[];
};

const authors = sql<AuthorOfPaper[]>`(
  select coalesce(json_agg(json_build_object(
    'position', a.position, 'name', a.name, 'userId', u.id, 'handle', u.handle, 'picture', u.picture) order by a.position), '[]')
  from paper_authors a
  left join users u on u.id = a.user_id and a.claim_status = 'verified' and u.handle is not null
  where a.paper_id = ${papers.id})`;

/** The entry of another site's list for the paper on `day`; without a day, from the latest list. */
const listingOf = (day: SQL) => sql<Listing | null>`(
  select json_build_object('site', l.site, 'submitter', l.submitter,
    'handle', l.submitter_handle, 'avatar', l.submitter_avatar, 'mediaUrls', l.media_urls)
  from paper_listings l where l.paper_id = ${papers.id}
  order by l.day is not distinct from ${day} desc, l.day desc, l.site limit 1)`;

/** Whether an author of the paper has commented on it. */
const authorParticipates = sql<boolean>`exists (
  select from paper_authors a join comments c on c.user_id = a.user_id and c.paper_id = a.paper_id
  where a.paper_id = ${papers.id} and a.claim_status = 'verified'
    and c.deleted_at is null and c.hidden_at is null)`;

/** The transaction that wrote this state of a paper's row. */
const rowVersion = sql<string>`${papers}.xmin::text`;

/** With a `day`, papers carry the data of that day's list. */
const select = (condition: SQL, day: string | null = null) => {
  const listDay = day === null ? sql<string | null>`${papers.feedDay}` : sql<string>`${day}::date`;
  return db()
    .select({
      id: papers.id,
      version: rowVersion,
      slug: papers.slug,
      source: papers.source,
      externalId: papers.externalId,
      doi: papers.doi,
      title: papers.title,
      abstract: papers.abstract,
      summary: papers.summary,
      summaryBy: papers.summaryBy,
      keywords: papers.keywords,
      categories: papers.categories,
      publishedAt: papers.publishedAt,
      revisedAt: papers.revisedAt,
      withdrawn: papers.withdrawn,
      retraction,
      feedDay: sql<string | null>`(${listDay})::text`,
      codeUrl: papers.codeUrl,
      // Applies to the source's code address only, not to a corrected one.
      codeAddedBy: sql<string | null>`case when not 'code_url' = any(${papers.corrected})
        then ${papers.codeAddedBy} end`,
      codeStars: papers.codeStars,
      projectUrl: papers.projectUrl,
      upvotes: papers.upvoteCount,
      comments: papers.commentCount,
      organizationId: organizations.id,
      organizationSlug: organizations.slug,
      organizationName: organizations.name,
      organizationPicture: organizations.picture,
      organizationSourceName: organizations.sourceName,
      organizationAvatar: organizations.avatarUrl,
      picture: shownPicture,
      mediaUrls: papers.mediaUrls,
      submitterId: users.id,
      submitterHandle: users.handle,
      submitterName: users.name,
      submitterPicture: users.picture,
      authors,
      listing: listingOf(listDay),
      authorParticipates,
    })
    .from(papers)
    .leftJoin(organizations, eq(organizations.id, papers.organizationId))
    .leftJoin(
      users,
      and(eq(users.id, papers.submittedBy), sql`${papers.feedDay} is not distinct from ${listDay}`),
    )
    .where(and(sql`${PREPARED} ${condition}`, isNull(papers.removedAt)));
};

export type ApiPaperRow = Awaited<ReturnType<typeof select>>[number];

/**
 * Returns papers with all API fields, in the order of `ids`; skips deleted ones. With a `day`,
 * which must list all of them, each has the data of that day's list.
 */
export async function listApiPapers(
  ids: number[],
  day: string | null = null,
): Promise<ApiPaperRow[]> {
  if (ids.length === 0) return [];
  const rows = new Map(
    (await select(sql`${papers.id} = any(${`{${ids}}`}::bigint[])`, day)).map((row) => [
      row.id,
      row,
    ]),
  );
  return ids.flatMap((id) => rows.get(id) ?? []);
}

export type PaperVersion = { id: number; version: string };

/** Returns the versions of papers, which change with any column; skips deleted ones. */
export const listPaperVersions = async (ids: number[]): Promise<PaperVersion[]> =>
  db()
    .select({ id: papers.id, version: rowVersion })
    .from(papers)
    .where(
      and(sql`${PREPARED} ${papers.id} = any(${`{${ids}}`}::bigint[])`, isNull(papers.removedAt)),
    );

export type PaperKey = { slug: string } | { id: number };

/** A duplicate's slug resolves to the paper it was merged into. */
const byKey = (key: PaperKey): SQL => sql`${papers.id} = (
  select coalesce(named.merged_into, named.id) from papers named
  where ${'slug' in key ? sql`named.slug = ${key.slug}` : sql`named.id = ${key.id}`})`;

export async function getApiPaper(key: PaperKey): Promise<ApiPaperRow | null> {
  const [row] = await select(byKey(key));
  return row ?? null;
}

/** Returns the paper of each key, null if there is none; one read for all of them. */
export async function listPapersByKey(keys: PaperKey[]): Promise<(ApiPaperRow | null)[]> {
  const [only] = keys;
  if (only && keys.length === 1) return [await getApiPaper(only)];
  const slugs = keys.flatMap((key) => ('slug' in key ? [key.slug] : []));
  const ids = keys.flatMap((key) => ('id' in key ? [key.id] : []));
  const named = await db().execute<{ slug: string; id: number; shown: number }>(sql`${PREPARED}
    select slug, id::double precision as id, coalesce(merged_into, id)::double precision as shown
    from papers
    where slug = any(array(select json_array_elements_text(${JSON.stringify(slugs)}::json)))
      or id = any(${`{${ids}}`}::bigint[])`);
  const bySlug = new Map(named.map(({ slug, shown }) => [slug, shown]));
  const byId = new Map(named.map(({ id, shown }) => [id, shown]));
  const rows = new Map(
    (await listApiPapers([...new Set(byId.values())])).map((row) => [row.id, row]),
  );
  return keys.map((key) => {
    const id = 'slug' in key ? bySlug.get(key.slug) : byId.get(key.id);
    return (id !== undefined && rows.get(id)) || null;
  });
}

/** Returns the paper's id and slug; null if it does not exist. */
export async function findPaperByKey(key: PaperKey): Promise<{ id: number; slug: string } | null> {
  const [row] = await db()
    .select({ id: papers.id, slug: papers.slug })
    .from(papers)
    .where(and(sql`${PREPARED} ${byKey(key)}`, isNull(papers.removedAt)));
  return row ?? null;
}

async function idsOf(query: SQL): Promise<number[]> {
  const rows = await db().execute<{ id: number }>(query);
  return rows.map(({ id }) => id);
}

export async function getOrganizationSlug(id: number): Promise<string | null> {
  const [row] = await db()
    .select({ slug: organizations.slug })
    .from(organizations)
    .where(eq(organizations.id, id));
  return row?.slug ?? null;
}

type Days = { first: string; last: string };

const between = (day: SQL, days: Days | null): SQL =>
  days ? sql`${day} between ${days.first}::date and ${days.last}::date` : sql`true`;

/** Listed papers submitted by a user of this site or of a mirrored list, latest first. */
export const listSubmittedBy = (handle: string, days: Days | null, page: Page) =>
  idsOf(sql`select papers.id::double precision as id from papers
    where papers.id in (
      select own.id from papers own
      where own.submitted_by = (select users.id from users where lower(handle) = lower(${handle}))
        and ${between(sql`own.feed_day`, days)}
      union all
      select l.paper_id from paper_listings l
      where l.submitter_handle is not null and lower(l.submitter_handle) = lower(${handle})
        and ${between(sql`l.day`, days)})
      and trending is not null
    order by submitted_at desc, papers.id limit ${page.limit} offset ${page.offset}`);

/** Papers of some days, by score. */
export const listDaysByTrending = (days: Days, page: Page) =>
  idsOf(sql`select papers.id::double precision as id from papers
    where trending is not null and (${between(sql`feed_day`, days)} or papers.id in (
      select l.paper_id from paper_listings l where ${between(sql`l.day`, days)}))
    order by trending desc, shuffle, papers.id limit ${page.limit} offset ${page.offset}`);

/** Keyset cursor of each order. */
export type NewestKey = { at: string; shuffle: number; id: number };

/** Newest first, keyset-paginated, so that the cost of a page does not grow with its depth. */
export const listNewestAfter = (key: NewestKey | null, limit: number) => {
  const after = key
    ? sql`and submitted_at <= ${key.at}::timestamptz
        and (submitted_at < ${key.at}::timestamptz or (shuffle, papers.id) > (${key.shuffle}, ${key.id}))`
    : sql``;
  return db().execute<NewestKey>(sql`
    select submitted_at::text as at, shuffle, papers.id::double precision as id from papers
    where trending is not null ${after}
    order by submitted_at desc, shuffle, papers.id limit ${limit}`);
};

export type UpvotesKey = { upvotes: number; id: number };

/** Most upvoted first, keyset-paginated; papers without upvotes are left out. */
export const listMostUpvotedAfter = (key: UpvotesKey | null, limit: number) => {
  const after = key ? sql`and (upvote_count, papers.id) < (${key.upvotes}, ${key.id})` : sql``;
  return db().execute<UpvotesKey>(sql`
    select upvote_count as upvotes, papers.id::double precision as id from papers
    where upvote_count > 0 and trending is not null ${after}
    order by upvote_count desc, papers.id desc limit ${limit}`);
};

/** Returns counts by slug, including former slugs; with a user, also which are upvoted. */
export const listEngagement = (slugs: string[], userId: string | null) =>
  db().execute<{ slug: string; upvotes: number; comments: number; upvoted: boolean }>(sql`
    select named.slug, papers.upvote_count as upvotes, papers.comment_count as comments,
      ${
        userId === null
          ? sql`false`
          : sql`exists (select from upvotes where user_id = ${userId}::uuid and paper_id = papers.id)`
      } as upvoted
    from papers named join papers on papers.id = coalesce(named.merged_into, named.id)
    where named.slug in ${slugs} and papers.removed_at is null`);
