import { type Refusal, refuse } from '@/lib/base/errors';
import { refuseWriting } from '@/lib/web/policy';
import type { Viewer } from '@/lib/web/types';

/** The facts of a comment that permissions depend on. */
export type Subject = { userId: string | null; deletedAt: Date | null; hiddenAt: Date | null };

/**
 * Returns whether a comment is neither deleted nor hidden: such a comment counts and can be replied
 * to.
 */
export const isVisible = (comment: Pick<Subject, 'deletedAt' | 'hiddenAt'>): boolean =>
  !comment.deletedAt && !comment.hiddenAt;

/** Returns why the viewer may not comment, or null if they may. */
export const refuseCommenting = (viewer: Viewer | null): Refusal | null => refuseWriting(viewer);

/** Returns the refusal for a discussion that a moderator has locked. */
export const refuseAsLocked = (): Refusal =>
  refuse('forbidden', {
    message: 'A moderator has locked this discussion. Nothing is written to it any more.',
  });

/** Days after posting in which a comment can be edited, so that replies keep their context. */
export const EDITABLE_DAYS = 14;

/** Only the author may edit, only a visible comment, and only for EDITABLE_DAYS. */
export function refuseEditing(
  viewer: Viewer | null,
  comment: Subject & { createdAt: Date; lockedAt: Date | null },
  now = new Date(),
): Refusal | null {
  if (!isVisible(comment)) return refuse('not_found');
  const refusal = refuseAsAuthor(viewer, comment);
  if (refusal) return refusal;
  if (comment.lockedAt) return refuseAsLocked();
  if (now.getTime() - comment.createdAt.getTime() <= EDITABLE_DAYS * 86_400_000) return null;
  return refuse('forbidden', {
    message: `A comment can be edited for ${EDITABLE_DAYS} days. Answer it to add something.`,
  });
}

/** Only the author may delete. Moderators hide comments instead, which keeps the text. */
export function refuseDeleting(viewer: Viewer | null, comment: Subject): Refusal | null {
  return refuseAsAuthor(viewer, comment);
}

function refuseAsAuthor(viewer: Viewer | null, { userId }: Subject): Refusal | null {
  const refusal = refuseWriting(viewer);
  if (refusal) return refusal;
  return viewer?.id === userId ? null : refuse('forbidden');
}
