import { asc, eq } from 'drizzle-orm';
import type { Executor } from '../client';
import { commentRevisions, comments, papers, users } from '../schema';

/** Returns a comment's metadata and its paper; null if there is none. */
export async function getCommentHead(on: Executor, id: number) {
  const [row] = await on
    .select({
      id: comments.id,
      rootId: comments.rootId,
      paperId: comments.paperId,
      slug: papers.slug,
      title: papers.title,
      removedAt: papers.removedAt,
      handle: users.handle,
      name: users.name,
      picture: users.picture,
      markdown: comments.markdown,
      createdAt: comments.createdAt,
      editedAt: comments.editedAt,
      deletedAt: comments.deletedAt,
      hiddenAt: comments.hiddenAt,
    })
    .from(comments)
    .innerJoin(papers, eq(papers.id, comments.paperId))
    .leftJoin(users, eq(users.id, comments.userId))
    .where(eq(comments.id, id));
  return row ?? null;
}

/** A comment's previous revisions with their times, oldest first. */
export const listRevisions = (on: Executor, commentId: number) =>
  on
    .select({ markdown: commentRevisions.markdown, createdAt: commentRevisions.createdAt })
    .from(commentRevisions)
    .where(eq(commentRevisions.commentId, commentId))
    .orderBy(asc(commentRevisions.revision));
