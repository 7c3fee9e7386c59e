import { and, desc, eq, gt, isNull, lt, sql } from 'drizzle-orm';
import type { Executor, Transaction } from '../client';
import { commentRevisions, comments, papers } from '../schema';

export const revision = sql<number>`(
  select coalesce(max(r.revision), 0)::int from comment_revisions r where r.comment_id = ${comments.id}
)`;

/** Returns the comment already posted with this user's idempotency key, or null. */
export async function findCommentByKey(
  on: Executor,
  userId: string,
  clientKey: string,
): Promise<{ id: number; paperId: number } | null> {
  const [row] = await on
    .select({ id: comments.id, paperId: comments.paperId })
    .from(comments)
    .where(and(eq(comments.userId, userId), eq(comments.clientKey, clientKey)))
    .limit(1);
  return row ?? null;
}

/** Whether a paper exists and accepts comments. */
export async function discussionState(
  on: Executor,
  paperId: number,
): Promise<'open' | 'locked' | 'gone'> {
  const [row] = await on
    .select({ lockedAt: papers.lockedAt })
    .from(papers)
    .where(and(eq(papers.id, paperId), isNull(papers.removedAt)));
  if (!row) return 'gone';
  return row.lockedAt ? 'locked' : 'open';
}

type Kind = NonNullable<(typeof comments.$inferSelect)['kind']>;

const subject = {
  id: comments.id,
  paperId: comments.paperId,
  parentId: comments.parentId,
  userId: comments.userId,
  kind: comments.kind,
  createdAt: comments.createdAt,
  markdown: comments.markdown,
  deletedAt: comments.deletedAt,
  hiddenAt: comments.hiddenAt,
  lockedAt: papers.lockedAt,
  revision,
};

/**
 * Returns a comment with the fields for permission checks, and its source; not a public projection.
 */
export async function getComment(on: Executor, id: number) {
  const [row] = await on
    .select(subject)
    .from(comments)
    .innerJoin(papers, and(eq(papers.id, comments.paperId), isNull(papers.removedAt)))
    .where(eq(comments.id, id));
  return row ?? null;
}

/** Does the same with a lock until the transaction ends, against concurrent edits. */
export async function lockComment(tx: Transaction, id: number) {
  await tx.select({ id: comments.id }).from(comments).where(eq(comments.id, id)).for('update');
  // Read after the lock is held: the revision number is a separate query.
  return getComment(tx, id);
}

export type NewComment = {
  paperId: number;
  parentId: number | null;
  userId: string;
  kind: Kind | null;
  clientKey: string;
  markdown: string;
  html: string;
  renderer: number;
};

/** Returns null if this idempotency key was already used. */
export async function insertComment(tx: Transaction, values: NewComment): Promise<number | null> {
  const [row] = await tx
    .insert(comments)
    .values(values)
    .onConflictDoNothing({ target: [comments.userId, comments.clientKey] })
    .returning({ id: comments.id });
  return row?.id ?? null;
}

type Change = { id: number; revision: number; markdown: string; html: string; renderer: number };

/** Stores the current text as `revision` + 1 and replaces it. */
export async function replaceText(tx: Transaction, change: Change): Promise<void> {
  const { id, revision: last, markdown, html, renderer } = change;
  await tx.execute(sql`
    insert into comment_revisions (comment_id, revision, markdown, created_at)
    select id, ${last + 1}, markdown, coalesce(edited_at, created_at) from comments
    where id = ${id}`);
  await tx
    .update(comments)
    .set({ markdown, html, renderer, editedAt: sql`now()` })
    .where(eq(comments.id, id));
}

/** Keeps the row, which may have replies, and clears its text. */
export async function eraseComment(tx: Transaction, id: number): Promise<void> {
  await tx.delete(commentRevisions).where(eq(commentRevisions.commentId, id));
  await tx
    .update(comments)
    .set({ markdown: '', html: '', deletedAt: sql`now()` })
    .where(eq(comments.id, id));
}

/** Marks as resolved by this user, or as open for null; idempotent. */
export async function settle(tx: Transaction, id: number, by: string | null): Promise<void> {
  await tx
    .update(comments)
    .set({
      settledAt: by === null ? null : sql`coalesce(${comments.settledAt}, now())`,
      settledBy: by === null ? null : sql`coalesce(${comments.settledBy}, ${by}::uuid)`,
    })
    .where(eq(comments.id, id));
}

export async function setKindOf(tx: Transaction, id: number, kind: Kind | null): Promise<void> {
  await tx
    .update(comments)
    .set({ kind, settledAt: null, settledBy: null })
    .where(eq(comments.id, id));
}

/** Comments rendered by an older version, newest first; skips those that failed to render. */
export async function listRenderedBefore(on: Executor, renderer: number, limit: number) {
  return on
    .select({ id: comments.id, paperId: comments.paperId, markdown: comments.markdown, revision })
    .from(comments)
    .where(
      and(lt(comments.renderer, renderer), gt(comments.renderer, 0), isNull(comments.deletedAt)),
    )
    .orderBy(desc(comments.id))
    .limit(limit);
}

/** Replaces a rendering unless the text has changed since. */
export async function replaceRendering(
  tx: Transaction,
  { id, markdown, html, renderer }: Pick<Change, 'id' | 'markdown' | 'html' | 'renderer'>,
): Promise<void> {
  await tx
    .update(comments)
    .set({ html, renderer })
    .where(and(eq(comments.id, id), eq(comments.markdown, markdown)));
}
