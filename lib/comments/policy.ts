import { type Refusal, refuse } from '@/lib/base/errors';
import { refuseWriting } from '@/lib/web/policy';
import type { Viewer } from '@/lib/web/types';

/** What decides who may do what with a comment. */
export type Subject = { userId: string | null; deletedAt: Date | null; hiddenAt: Date | null };

/** Neither deleted nor hidden: it shows, counts and can be answered. */
export const isVisible = (comment: Pick<Subject, 'deletedAt' | 'hiddenAt'>): boolean =>
  !comment.deletedAt && !comment.hiddenAt;

/** Why this viewer may not comment, or null when they may. */
export const refuseCommenting = (viewer: Viewer | null): Refusal | null => refuseWriting(viewer);

/** A moderator has ended the discussion: what was said stays as it is. */
export const refuseAsLocked = (): Refusal =>
  refuse('forbidden', {
    message: 'A moderator has locked this discussion. Nothing is written to it any more.',
  });

/** Days after posting in which a comment may be edited; what was said stands from then on. */
export const EDITABLE_DAYS = 14;

/** Only the author edits, only what shows, and not for ever. */
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

/** Only the author deletes: what is against the rules is hidden instead, which keeps it. */
export function refuseDeleting(viewer: Viewer | null, comment: Subject): Refusal | null {
  return refuseAsAuthor(viewer, comment);
}

function refuseAsAuthor(viewer: Viewer | null, { userId }: Subject): Refusal | null {
  const refusal = refuseWriting(viewer);
  if (refusal) return refusal;
  return viewer?.id === userId ? null : refuse('forbidden');
}
