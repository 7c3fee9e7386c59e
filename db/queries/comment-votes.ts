import { and, eq, sql } from 'drizzle-orm';
import type { Executor, Transaction } from '../client';
import { commentReactions, comments, commentUpvotes } from '../schema';

type Voter = { commentId: number; userId: string };

/** Sets or clears an upvote and updates the count in the same transaction; returns the count. */
export async function setCommentUpvote(
  tx: Transaction,
  { commentId, userId }: Voter,
  upvoted: boolean,
): Promise<number> {
  const changed = upvoted
    ? await tx
        .insert(commentUpvotes)
        .values({ commentId, userId })
        .onConflictDoNothing()
        .returning({ commentId: commentUpvotes.commentId })
    : await tx
        .delete(commentUpvotes)
        .where(and(eq(commentUpvotes.commentId, commentId), eq(commentUpvotes.userId, userId)))
        .returning({ commentId: commentUpvotes.commentId });
  const step = upvoted ? changed.length : -changed.length;
  const [row] = await tx
    .update(comments)
    .set({ upvoteCount: sql`${comments.upvoteCount} + ${step}` })
    .where(eq(comments.id, commentId))
    .returning({ upvotes: comments.upvoteCount });
  return row?.upvotes ?? 0;
}

export async function setReaction(
  tx: Executor,
  { commentId, userId, reaction }: Voter & { reaction: string },
  on: boolean,
): Promise<void> {
  if (on) {
    await tx.insert(commentReactions).values({ commentId, userId, reaction }).onConflictDoNothing();
    return;
  }
  await tx
    .delete(commentReactions)
    .where(
      and(
        eq(commentReactions.commentId, commentId),
        eq(commentReactions.userId, userId),
        eq(commentReactions.reaction, reaction),
      ),
    );
}

/** Comments of one discussion that the viewer's overlay covers. */
const OVERLAID = 2_000;

/** Reaction state of a paper's comments for one user; only comments with upvotes or reactions. */
export async function getReactionCounts(on: Executor, userId: string, paperId: number) {
  const upvotes = await on.execute<{ id: number; count: number; mine: boolean }>(sql`
    select c.id::double precision as id, c.upvote_count as count,
      exists (select from comment_upvotes where comment_id = c.id and user_id = ${userId}::uuid) as mine
    from comments c where c.paper_id = ${paperId} and c.upvote_count > 0
    order by c.upvote_count desc limit ${OVERLAID}`);
  const reactions = await on.execute<{
    id: number;
    reaction: string;
    count: number;
    mine: boolean;
  }>(sql`
    select r.comment_id::double precision as id, r.reaction, count(*)::int as count,
      bool_or(r.user_id = ${userId}::uuid) as mine
    from comment_reactions r join comments c on c.id = r.comment_id
    where c.paper_id = ${paperId} group by r.comment_id, r.reaction limit ${OVERLAID}`);
  return { upvotes: [...upvotes], reactions: [...reactions] };
}
