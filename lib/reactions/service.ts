import { db, type Transaction, transaction } from '@/db/client';
import { getReactionCounts, setCommentUpvote, setReaction } from '@/db/queries/comment-votes';
import { lockComment, setKindOf, settle } from '@/db/queries/comments';
import { publishInvalidation } from '@/db/queries/invalidation';
import { getWatch } from '@/db/queries/notification-settings';
import { isAuthorOf } from '@/db/queries/threads';
import { ok, type Refusal, type Result, refuse } from '@/lib/base/errors';
import { commentsTag } from '@/lib/base/tags';
import { settles } from '@/lib/comments/kinds';
import { isVisible } from '@/lib/comments/policy';
import { isReaction } from '@/lib/comments/reaction-kinds';
import { tellOfSettling } from '@/lib/notify/comments';
import { refuseWriting } from '@/lib/web/policy';
import type { Context } from '@/lib/web/types';
import type { CommentUpvoteInput, KindInput, ReactionInput, SettleInput } from './schema';
import type { CommentUpvotes, ReactionOverlay } from './types';

type Locked = NonNullable<Awaited<ReturnType<typeof lockComment>>>;

/** Runs `work` on a visible comment under lock; refuses with `not_found` for any other. */
async function onComment<T>(
  { viewer }: Context,
  commentId: number,
  work: (tx: Transaction, comment: Locked, userId: string) => Promise<Result<T>>,
): Promise<Result<T>> {
  const refusal = refuseWriting(viewer);
  if (refusal || !viewer) return refusal ?? refuse('signed_out');
  return transaction(async (tx) => {
    const comment = await lockComment(tx, commentId);
    if (!comment || !isVisible(comment)) return refuse('not_found');
    return work(tx, comment, viewer.id);
  });
}

/** Sets or removes the viewer's upvote of a comment. Users cannot upvote their own. */
export async function upvoteComment(
  context: Context,
  { commentId, upvoted }: CommentUpvoteInput,
): Promise<Result<CommentUpvotes>> {
  return onComment(context, commentId, async (tx, comment, userId) => {
    if (comment.userId === userId) {
      return refuse('forbidden', { message: 'Your own comment speaks for itself.' });
    }
    const upvotes = await setCommentUpvote(tx, { commentId, userId }, upvoted);
    return ok({ commentId, upvotes, upvoted });
  });
}

/** Sets or removes one reaction of the viewer to a comment. */
export async function reactToComment(
  context: Context,
  { commentId, reaction, on }: ReactionInput,
): Promise<Result<ReactionInput>> {
  return onComment(context, commentId, async (tx, _comment, userId) => {
    await setReaction(tx, { commentId, userId, reaction }, on);
    return ok({ commentId, reaction, on });
  });
}

export type Changed = { commentId: number; paperId: number };

/**
 * Resolves or reopens a question or a possible error. Allowed to its author, authors of the paper,
 * and moderators.
 */
export async function settleComment(
  context: Context,
  { commentId, settled }: SettleInput,
): Promise<Result<Changed>> {
  return onComment<Changed>(context, commentId, async (tx, comment, userId) => {
    const { paperId } = comment;
    if (!settles(comment.kind)) {
      return refuse('invalid', { message: 'Only questions and possible errors are settled.' });
    }
    const moderates = context.viewer?.role !== 'member';
    const may = comment.userId === userId || moderates || (await isAuthorOf(tx, paperId, userId));
    if (!may) {
      return refuse('forbidden', {
        message: 'Only its author or an author of the paper can mark this as resolved.',
      });
    }
    await settle(tx, commentId, settled ? userId : null);
    if (settled) {
      await tellOfSettling(tx, { commentId, paperId, by: userId, writerId: comment.userId });
    }
    await publishInvalidation(tx, [commentsTag(paperId)]);
    return ok({ commentId, paperId });
  });
}

/** Sets or clears the kind of the viewer's own top-level comment, which reopens a resolved one. */
export async function markComment(
  context: Context,
  { commentId, kind }: KindInput,
): Promise<Result<Changed>> {
  return onComment<Changed>(context, commentId, async (tx, comment, userId) => {
    const refusal = refuseMarking(comment, userId);
    if (refusal) return refusal;
    if (comment.kind !== kind) await setKindOf(tx, commentId, kind);
    await publishInvalidation(tx, [commentsTag(comment.paperId)]);
    return ok({ commentId, paperId: comment.paperId });
  });
}

function refuseMarking(comment: Locked, userId: string): Refusal | null {
  if (comment.userId !== userId) return refuse('forbidden');
  if (comment.parentId === null) return null;
  return refuse('invalid', { message: 'Only a comment that starts a thread has a kind.' });
}

/**
 * Returns the counts of a paper's comments, and which of the upvotes and reactions are the
 * viewer's.
 */
export async function getReactions(
  { viewer }: Context,
  { paper }: { paper: number },
): Promise<Result<ReactionOverlay>> {
  if (!viewer) return refuse('signed_out');
  const [{ upvotes, reactions }, author, watch] = await Promise.all([
    getReactionCounts(db(), viewer.id, paper),
    isAuthorOf(db(), paper, viewer.id),
    getWatch(db(), viewer.id, paper),
  ]);
  const known = reactions.flatMap(({ reaction, ...count }) =>
    isReaction(reaction) ? [{ reaction, ...count }] : [],
  );
  return ok({ upvotes, reactions: known, author, watch });
}
