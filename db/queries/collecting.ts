import { and, count, eq, isNull, sql } from 'drizzle-orm';
import type { Visibility } from '@/lib/collections/types';
import type { Executor, Transaction } from '../client';
import { collectionPapers, collections, papers, users } from '../schema';
import { getCollectionByKey } from './collections';

/**
 * Changes to collections. Lock order: the owner, the collection, the paper. Any change to a
 * collection or its papers locks its row first.
 */

/** Locks a collection and returns it; null if it does not exist. */
export async function lockCollection(tx: Transaction, key: string) {
  await tx.execute(sql`select from collections where key = ${key} for no key update`);
  return getCollectionByKey(key, tx);
}

/** Counts a user's collections; locks the user's row so that concurrent inserts are counted. */
export async function countCollectionsOf(tx: Transaction, userId: string): Promise<number> {
  await tx.execute(sql`select from users where id = ${userId}::uuid for no key update`);
  const [row] = await tx
    .select({ count: count() })
    .from(collections)
    .where(eq(collections.ownerId, userId));
  return row?.count ?? 0;
}

/** Returns the key of the user's other collection of this name, ignoring case, or null. */
export async function findKeyOfName(
  on: Executor,
  ownerId: string,
  name: string,
  except = 0,
): Promise<string | null> {
  const [row] = await on
    .select({ key: collections.key })
    .from(collections)
    .where(
      and(
        eq(collections.ownerId, ownerId),
        sql`lower(${collections.name}) = lower(${name})`,
        sql`${collections.id} <> ${except}`,
      ),
    );
  return row?.key ?? null;
}

export async function insertCollection(
  tx: Transaction,
  facts: typeof collections.$inferInsert,
): Promise<number> {
  const [row] = await tx.insert(collections).values(facts).returning({ id: collections.id });
  if (!row) throw new Error('no collection came back');
  return row.id;
}

export async function updateCollectionRow(
  tx: Transaction,
  id: number,
  changes: { name?: string; description?: string; visibility?: Visibility } = {},
): Promise<void> {
  await tx
    .update(collections)
    .set({ ...changes, updatedAt: sql`now()` })
    .where(eq(collections.id, id));
}

export const deleteCollectionRow = (tx: Transaction, id: number) =>
  tx.delete(collections).where(eq(collections.id, id));

/** Returns whether that changed anything. */
export async function setCollectionHidden(
  tx: Transaction,
  id: number,
  hidden: boolean,
): Promise<boolean> {
  const found = await tx
    .update(collections)
    .set({ hiddenAt: hidden ? sql`now()` : null })
    .where(
      and(
        eq(collections.id, id),
        hidden ? isNull(collections.hiddenAt) : sql`${collections.hiddenAt} is not null`,
      ),
    )
    .returning({ id: collections.id });
  return found.length > 0;
}

/** Locks a visible paper against merging and removal; returns null for any other. */
export async function holdPaper(tx: Transaction, slug: string): Promise<number | null> {
  const rows = await tx.execute<{ id: number }>(sql`
    select id::double precision as id from papers
    where slug = ${slug} and removed_at is null for key share`);
  return rows[0]?.id ?? null;
}

export type PlacedPaper = { id: number; slug: string; removed: boolean };

/** All papers of a collection in order, including hidden ones. */
export const listPlaced = (tx: Transaction, collectionId: number): Promise<PlacedPaper[]> =>
  tx
    .select({
      id: papers.id,
      slug: papers.slug,
      removed: sql<boolean>`${papers.removedAt} is not null`,
    })
    .from(collectionPapers)
    .innerJoin(papers, eq(papers.id, collectionPapers.paperId))
    .where(eq(collectionPapers.collectionId, collectionId))
    .orderBy(collectionPapers.position, collectionPapers.paperId);

/** Appends a paper unless the collection already contains it. */
export async function insertCollected(
  tx: Transaction,
  collectionId: number,
  paper: { paperId: number; note: string },
): Promise<boolean> {
  const rows = await tx
    .insert(collectionPapers)
    .values({
      collectionId,
      ...paper,
      position: sql`(select coalesce(max(position), 0) + 1 from collection_papers
        where collection_id = ${collectionId})`,
    })
    .onConflictDoNothing()
    .returning({ paperId: collectionPapers.paperId });
  return rows.length > 0;
}

const placed = (collectionId: number, paperId: number) =>
  and(eq(collectionPapers.collectionId, collectionId), eq(collectionPapers.paperId, paperId));

export async function deleteCollected(
  tx: Transaction,
  collectionId: number,
  paperId: number,
): Promise<boolean> {
  const rows = await tx
    .delete(collectionPapers)
    .where(placed(collectionId, paperId))
    .returning({ paperId: collectionPapers.paperId });
  return rows.length > 0;
}

export const updateNote = (tx: Transaction, collectionId: number, paperId: number, note: string) =>
  tx.update(collectionPapers).set({ note }).where(placed(collectionId, paperId));

/** Renumbers a collection's papers in this order. */
export async function putInOrder(
  tx: Transaction,
  collectionId: number,
  paperIds: number[],
): Promise<void> {
  await tx.execute(sql`
    update collection_papers cp set position = wanted.place
    from unnest(${`{${paperIds}}`}::bigint[]) with ordinality wanted (paper_id, place)
    where cp.collection_id = ${collectionId} and cp.paper_id = wanted.paper_id
      and cp.position <> wanted.place`);
}

export async function findCollectionOwner(
  on: Executor,
  id: number,
): Promise<{ id: string; handle: string; key: string } | null> {
  const [row] = await on
    .select({
      id: users.id,
      handle: sql<string>`coalesce(${users.handle}, '')`,
      key: collections.key,
    })
    .from(collections)
    .innerJoin(users, eq(users.id, collections.ownerId))
    .where(eq(collections.id, id));
  return row ?? null;
}

/** Returns the papers in a user's public collections, hidden ones included. */
export async function listPapersCollectedBy(on: Executor, userId: string): Promise<number[]> {
  const rows = await on.execute<{ id: number }>(sql`
    select distinct cp.paper_id::double precision as id
    from collections c join collection_papers cp on cp.collection_id = c.id
    where c.owner_id = ${userId}::uuid and c.visibility = 'public'`);
  return rows.map(({ id }) => id);
}
