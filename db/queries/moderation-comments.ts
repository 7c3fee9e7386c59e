import { and, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import type { Executor, Transaction } from '../client';
import { collections, comments, papers, users } from '../schema';

/** Comments, discussions and collections for moderators; nothing here is public. */

/** Rows per list. */
const MOST = 100;

export async function findModerated(
  on: Executor,
  id: number,
): Promise<{ paperId: number; userId: string | null } | null> {
  const [row] = await on
    .select({ paperId: comments.paperId, userId: comments.userId })
    .from(comments)
    .where(eq(comments.id, id));
  return row ?? null;
}

/** Returns the paper, for the caller to recount; null if unchanged or without text to hide. */
export async function setHidden(
  tx: Transaction,
  id: number,
  hidden: boolean,
): Promise<number | null> {
  const changes = hidden
    ? and(isNull(comments.hiddenAt), isNull(comments.deletedAt))
    : isNotNull(comments.hiddenAt);
  const [row] = await tx
    .update(comments)
    .set({ hiddenAt: hidden ? sql`now()` : null, hiddenByBan: null })
    .where(and(eq(comments.id, id), changes))
    .returning({ paperId: comments.paperId });
  return row?.paperId ?? null;
}

/** Returns the paper's id if that changed anything. */
export async function setLocked(
  tx: Transaction,
  slug: string,
  locked: boolean,
): Promise<number | null> {
  const [row] = await tx
    .update(papers)
    .set({ lockedAt: locked ? sql`now()` : null })
    .where(
      and(
        eq(papers.slug, slug),
        locked
          ? and(isNull(papers.lockedAt), isNull(papers.removedAt))
          : isNotNull(papers.lockedAt),
      ),
    )
    .returning({ id: papers.id });
  return row?.id ?? null;
}

/** Returns a comment with its source, visible or not; null if there is none. */
export async function getCommentCase(on: Executor, id: number) {
  const [row] = await on
    .select({
      id: comments.id,
      markdown: comments.markdown,
      html: comments.html,
      createdAt: comments.createdAt,
      deleted: sql<boolean>`${comments.deletedAt} is not null`,
      hidden: sql<boolean>`${comments.hiddenAt} is not null`,
      handle: users.handle,
      slug: papers.slug,
      title: papers.title,
    })
    .from(comments)
    .innerJoin(papers, eq(papers.id, comments.paperId))
    .leftJoin(users, eq(users.id, comments.userId))
    .where(eq(comments.id, id));
  return row ?? null;
}

export const listHiddenComments = (on: Executor) =>
  on
    .select({
      id: comments.id,
      at: comments.hiddenAt,
      slug: papers.slug,
      title: papers.title,
      reason: sql<string | null>`(
        select l.reason from moderation_log l
        where l.action = 'hide_comment' and l.paper_id in (
          select id from papers of where of.id = ${papers.id} or of.merged_into = ${papers.id})
          and l.details ->> 'comment' = ${comments.id}::text
        order by l.id desc limit 1)`,
    })
    .from(comments)
    .innerJoin(papers, eq(papers.id, comments.paperId))
    .where(isNotNull(comments.hiddenAt))
    .orderBy(desc(comments.hiddenAt))
    .limit(MOST);

export const listHiddenCollections = (on: Executor) =>
  on
    .select({
      key: collections.key,
      name: collections.name,
      at: collections.hiddenAt,
      reason: sql<string | null>`(
        select l.reason from moderation_log l
        where l.action = 'hide_collection' and l.details ->> 'collection' = collections.id::text
        order by l.id desc limit 1)`,
    })
    .from(collections)
    .where(isNotNull(collections.hiddenAt))
    .orderBy(desc(collections.hiddenAt))
    .limit(MOST);

export const listLockedPapers = (on: Executor) =>
  on
    .select({
      slug: papers.slug,
      title: papers.title,
      at: papers.lockedAt,
      reason: sql<string | null>`(
        select l.reason from moderation_log l
        where l.action = 'lock_discussion' and l.paper_id = ${papers.id}
        order by l.id desc limit 1)`,
    })
    .from(papers)
    .where(isNotNull(papers.lockedAt))
    .orderBy(desc(papers.lockedAt))
    .limit(MOST);
