import { and, desc, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm';
import type { CollectionSummary, OwnCollection } from '@/lib/collections/types';
import { db, type Executor } from '../client';
import { PREPARED } from '../prepared';
import { collectionPapers, collections, papers, users } from '../schema';
import { bannedNow } from './bans';

/** A collection with the fields that decide who may see it. */
export type CollectionRow = Omit<CollectionSummary, 'updatedAt'> & {
  id: number;
  ownerId: string;
  ownerName: string | null;
  ownerPicture: string | null;
  ownerBanned: boolean;
  followers: number;
  updatedAt: Date;
};

const paperCount = sql<number>`(
  select count(*)::int from collection_papers cp
  join papers p on p.id = cp.paper_id and p.removed_at is null
  where cp.collection_id = collections.id)`;
const followerCount = sql<number>`(
  select count(*)::int from follows f where f.collection_id = collections.id)`;

/** Visible to anyone with the link; joins `users` as the owner. */
export const shownCollection: SQL = sql`(${collections.visibility} <> 'private'
  and ${collections.hiddenAt} is null and not ${bannedNow()} and ${users.handle} is not null)`;
/** Also listed on public pages. */
const listed = and(eq(collections.visibility, 'public'), shownCollection);

const columns = {
  id: collections.id,
  key: collections.key,
  name: collections.name,
  description: collections.description,
  visibility: collections.visibility,
  hidden: sql<boolean>`${collections.hiddenAt} is not null`,
  updatedAt: collections.updatedAt,
  papers: paperCount,
  followers: followerCount,
  ownerId: collections.ownerId,
  owner: sql<string>`coalesce(${users.handle}, '')`,
  ownerName: users.name,
  ownerPicture: users.picture,
  ownerBanned: bannedNow(),
};

const rows = (on: Executor) =>
  on.select(columns).from(collections).innerJoin(users, eq(users.id, collections.ownerId));

export async function getCollectionByKey(key: string, on: Executor = db()) {
  const [row] = await rows(on).where(eq(collections.key, key));
  return row ?? null;
}

/** A user's own collections of any visibility, last changed first. */
export const listCollectionsOf = (ownerId: string): Promise<CollectionRow[]> =>
  rows(db())
    .where(eq(collections.ownerId, ownerId))
    .orderBy(desc(collections.updatedAt), desc(collections.id));

/** A user's own collections by name, and whether each contains the paper. */
export async function listOwnWith(ownerId: string, slug: string): Promise<OwnCollection[]> {
  return db()
    .select({
      key: collections.key,
      name: collections.name,
      visibility: collections.visibility,
      papers: paperCount,
      has: sql<boolean>`exists (
        select from collection_papers cp join papers p on p.id = cp.paper_id
        where cp.collection_id = collections.id and p.slug = ${slug})`,
    })
    .from(collections)
    .where(eq(collections.ownerId, ownerId))
    .orderBy(sql`lower(${collections.name})`, collections.id);
}

/** The papers of all collections of a user, the last saved first. */
export async function listLastCollected(ownerId: string, limit: number): Promise<string[]> {
  const rows = await db()
    .select({ slug: papers.slug })
    .from(collectionPapers)
    .innerJoin(collections, eq(collections.id, collectionPapers.collectionId))
    .innerJoin(papers, and(eq(papers.id, collectionPapers.paperId), isNull(papers.removedAt)))
    .where(eq(collections.ownerId, ownerId))
    .groupBy(papers.slug)
    .orderBy(desc(sql`max(${collectionPapers.addedAt})`))
    .limit(limit);
  return rows.map(({ slug }) => slug);
}

type Page = { limit: number; offset: number };

/** A user's public collections, last changed first. */
export const listPublicOf = (ownerId: string, { limit, offset }: Page): Promise<CollectionRow[]> =>
  rows(db())
    .where(and(eq(collections.ownerId, ownerId), listed))
    .orderBy(desc(collections.updatedAt), desc(collections.id))
    .limit(limit)
    .offset(offset);

export async function countPublicOf(ownerId: string): Promise<number> {
  const [row] = await db()
    .select({ count: sql<number>`count(*)::int` })
    .from(collections)
    .innerJoin(users, eq(users.id, collections.ownerId))
    .where(and(eq(collections.ownerId, ownerId), listed));
  return row?.count ?? 0;
}

/** Public collections that contain a paper, most followed first. */
export const listPublicWith = (paperId: number, limit: number): Promise<CollectionRow[]> =>
  rows(db())
    .innerJoin(
      collectionPapers,
      and(eq(collectionPapers.collectionId, collections.id), eq(collectionPapers.paperId, paperId)),
    )
    .where(sql`${PREPARED} ${listed}`)
    .orderBy(desc(followerCount), desc(collections.updatedAt), desc(collections.id))
    .limit(limit);

/** Filter and cursor of the API's list. */
export type CollectionQuery = {
  /** Collections of this user; with `all`, also non-public ones. */
  ownerId?: string;
  all?: boolean;
  slug?: string;
  after?: number;
  limit: number;
};

/** For the API: newest first. */
export const listCollectionsFor = ({ ownerId, all, slug, after, limit }: CollectionQuery) =>
  rows(db())
    .where(
      and(
        all ? undefined : listed,
        ownerId === undefined ? undefined : eq(collections.ownerId, ownerId),
        after === undefined ? undefined : sql`${collections.id} < ${after}`,
        slug === undefined
          ? undefined
          : sql`exists (select from collection_papers cp join papers p on p.id = cp.paper_id
              where cp.collection_id = collections.id and p.slug = ${slug}
                and p.removed_at is null)`,
      ),
    )
    .orderBy(desc(collections.id))
    .limit(limit);

/** Addresses of public collections that have papers, with the day of their last change. */
export const listPublicAddresses = (limit: number) =>
  db()
    .select({
      key: collections.key,
      changed: sql<string>`to_char(${collections.updatedAt} at time zone 'UTC', 'YYYY-MM-DD')`,
    })
    .from(collections)
    .innerJoin(users, eq(users.id, collections.ownerId))
    .where(and(listed, sql`${paperCount} > 0`))
    .orderBy(desc(collections.updatedAt), desc(collections.id))
    .limit(limit);

/** A collection's visible papers, in its order or last added first. */
export const listCollected = (
  collectionId: number,
  { limit, offset = 0, latest = false }: { limit: number; offset?: number; latest?: boolean },
) =>
  db()
    .select({
      paperId: collectionPapers.paperId,
      note: collectionPapers.note,
      addedAt: collectionPapers.addedAt,
    })
    .from(collectionPapers)
    .innerJoin(papers, and(eq(papers.id, collectionPapers.paperId), isNull(papers.removedAt)))
    .where(eq(collectionPapers.collectionId, collectionId))
    .orderBy(
      ...(latest
        ? [desc(collectionPapers.addedAt), desc(collectionPapers.position)]
        : [collectionPapers.position, collectionPapers.paperId]),
    )
    .limit(limit)
    .offset(offset);

/** Returns a collection as a follow target; null if the user may not see it or owns it. */
export async function findCollection(
  key: string,
  viewerId: string | null,
): Promise<{ id: number; name: string; yours: boolean } | null> {
  const [row] = await db()
    .select({
      id: collections.id,
      name: collections.name,
      yours: sql<boolean>`coalesce(${collections.ownerId} = ${viewerId}::uuid, false)`,
    })
    .from(collections)
    .innerJoin(users, eq(users.id, collections.ownerId))
    .where(
      and(
        eq(collections.key, key),
        sql`(${collections.ownerId} = ${viewerId}::uuid or ${shownCollection})`,
      ),
    );
  return row ?? null;
}

/** Returns which of these papers are in one of the user's collections. */
export async function listSaved(
  on: Executor,
  userId: string,
  paperIds: number[],
): Promise<number[]> {
  const rows = await on.execute<{ id: number }>(sql`
    select distinct cp.paper_id::double precision as id
    from collections c join collection_papers cp on cp.collection_id = c.id
    where c.owner_id = ${userId}::uuid and cp.paper_id = any(${`{${paperIds}}`}::bigint[])`);
  return rows.map(({ id }) => id);
}

export async function isFollowed(collectionId: number, userId: string): Promise<boolean> {
  const rows = await db().execute(sql`
    select from follows where user_id = ${userId}::uuid and collection_id = ${collectionId}`);
  return rows.length > 0;
}

/** The first papers of some collections, each in its order; positions start at 0. */
export async function listItems(collectionIds: number[], each: number) {
  const place = sql<number>`(row_number() over (
    partition by ${collectionPapers.collectionId}
    order by ${collectionPapers.position}, ${collectionPapers.paperId}) - 1)::int`;
  const placed = db()
    .select({
      collectionId: collectionPapers.collectionId,
      paperId: collectionPapers.paperId,
      note: collectionPapers.note,
      slug: papers.slug,
      title: papers.title,
      upvotes: papers.upvoteCount,
      publishedAt: papers.publishedAt,
      position: place.as('place'),
    })
    .from(collectionPapers)
    .innerJoin(papers, and(eq(papers.id, collectionPapers.paperId), isNull(papers.removedAt)))
    .where(inArray(collectionPapers.collectionId, collectionIds))
    .as('placed');
  return db()
    .select()
    .from(placed)
    .where(sql`${placed.position} < ${each}`)
    .orderBy(placed.collectionId, placed.position);
}
