import type { Transaction } from '@/db/client';
import { publishInvalidation } from '@/db/queries/invalidation';
import { findModerated, setHidden, setLocked } from '@/db/queries/moderation-comments';
import { recomputePaper } from '@/db/queries/votes';
import { commentsTag, paperTag } from '@/lib/base/tags';
import type { Context } from '@/lib/web/types';
import type { Done, Why } from './acts';
import { noteAct } from './log-act';
import { lockAndAsk } from './moderating';

/** Moderation of discussions, in the caller's transaction. */

/**
 * Hides or restores a comment; null if that changes nothing. Moderators cannot do so to their own.
 * Places in closed periods stay: badges do not depend on comments.
 */
export async function moveComment(
  tx: Transaction,
  context: Context,
  commentId: number,
  { hidden, ...why }: Why & { hidden: boolean },
): Promise<Done | null> {
  const comment = await findModerated(tx, commentId);
  if (!comment) return null;
  // Users are locked before papers, as everywhere in moderation.
  await lockAndAsk(tx, context, comment.userId ? [comment.userId] : []);
  // Its current paper, once locked: a merge may have moved it.
  const paperId = await setHidden(tx, commentId, hidden);
  if (paperId === null) return null;
  const { userId } = comment;
  const action = hidden ? 'hide_comment' : 'restore_comment';
  const details = { comment: commentId };
  const logId = await noteAct(tx, { ...why, action, paperId, userId, details });
  await recomputePaper(tx, paperId);
  await invalidateDiscussion(tx, paperId);
  return { logId };
}

/** Locks or unlocks a paper's discussion; null if that changes nothing. */
export async function turnDiscussion(
  tx: Transaction,
  slug: string,
  { locked, ...why }: Why & { locked: boolean },
): Promise<Done | null> {
  const paperId = await setLocked(tx, slug, locked);
  if (paperId === null) return null;
  const action = locked ? 'lock_discussion' : 'unlock_discussion';
  const logId = await noteAct(tx, { ...why, action, paperId });
  await invalidateDiscussion(tx, paperId);
  return { logId };
}

const invalidateDiscussion = (tx: Transaction, paperId: number): Promise<void> =>
  publishInvalidation(tx, [commentsTag(paperId), paperTag(paperId)]);
