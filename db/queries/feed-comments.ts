import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import { db } from '../client';
import { PREPARED } from '../prepared';
import { comments, papers, users } from '../schema';

export type FeedComment = Awaited<ReturnType<typeof listNewComments>>[number];

/** The newest visible comments, of one paper or all. */
export const listNewComments = (paperId: number | null, limit: number) =>
  db()
    .select({
      id: comments.id,
      paperId: comments.paperId,
      slug: papers.slug,
      title: papers.title,
      handle: users.handle,
      kind: comments.kind,
      markdown: comments.markdown,
      html: comments.html,
      createdAt: comments.createdAt,
      editedAt: comments.editedAt,
    })
    .from(comments)
    .innerJoin(papers, and(eq(papers.id, comments.paperId), isNull(papers.removedAt)))
    .leftJoin(users, eq(users.id, comments.userId))
    .where(
      and(
        isNull(comments.deletedAt),
        isNull(comments.hiddenAt),
        paperId === null ? undefined : eq(comments.paperId, paperId),
      ),
    )
    .orderBy(desc(comments.createdAt), desc(comments.id))
    .limit(limit);

/** Returns times and authors of a paper's newest comments, newest first. */
export const listCommentTimes = (paperId: number, limit: number) =>
  db()
    .select({ id: comments.id, handle: users.handle, at: comments.createdAt })
    .from(comments)
    .innerJoin(papers, and(eq(papers.id, comments.paperId), isNull(papers.removedAt)))
    .leftJoin(users, eq(users.id, comments.userId))
    .where(
      and(
        sql`${PREPARED} ${comments.paperId} = ${paperId}`,
        isNull(comments.deletedAt),
        isNull(comments.hiddenAt),
      ),
    )
    .orderBy(desc(comments.createdAt), desc(comments.id))
    .limit(limit);
