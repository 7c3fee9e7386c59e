import { type Refusal, refuse } from '@/lib/base/errors';
import { isModerator } from '@/lib/moderation/policy';
import type { Viewer } from '@/lib/web/types';
import type { Visibility } from './types';

/** The facts that decide who sees a collection, as the query returns them. */
export type Subject = {
  ownerId: string;
  visibility: Visibility;
  hidden: boolean;
  ownerBanned: boolean;
};

/** Returns whether everybody with the address can see it. */
export const isShown = ({ visibility, hidden, ownerBanned }: Subject): boolean =>
  visibility !== 'private' && !hidden && !ownerBanned;

/** Owners always see theirs; moderators see hidden ones, but no private ones. */
export const canSee = (viewer: Viewer | null, subject: Subject): boolean =>
  viewer?.id === subject.ownerId ||
  isShown(subject) ||
  (subject.visibility !== 'private' && isModerator(viewer));

/**
 * Returns why the viewer may not change the collection. Returns not_found if they cannot see it, so
 * that outsiders cannot tell it exists.
 */
export function refuseChanging(viewer: Viewer, subject: Subject | null): Refusal | null {
  if (!subject || !canSee(viewer, subject)) return refuse('not_found');
  return subject.ownerId === viewer.id ? null : refuse('forbidden');
}
