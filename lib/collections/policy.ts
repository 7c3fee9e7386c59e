import { type Refusal, refuse } from '@/lib/base/errors';
import { isModerator } from '@/lib/moderation/policy';
import type { Viewer } from '@/lib/web/types';
import type { Visibility } from './types';

/** What decides who sees a collection, as a query tells it. */
export type Subject = {
  ownerId: string;
  visibility: Visibility;
  hidden: boolean;
  ownerBanned: boolean;
};

/** Seen by everybody who has the address. */
export const isShown = ({ visibility, hidden, ownerBanned }: Subject): boolean =>
  visibility !== 'private' && !hidden && !ownerBanned;

/** Its owner sees it always; moderators see what they hid, but nothing private. */
export const canSee = (viewer: Viewer | null, subject: Subject): boolean =>
  viewer?.id === subject.ownerId ||
  isShown(subject) ||
  (subject.visibility !== 'private' && isModerator(viewer));

/** Why this viewer may not change the collection: for whom it does not exist, it is not there. */
export function refuseChanging(viewer: Viewer, subject: Subject | null): Refusal | null {
  if (!subject || !canSee(viewer, subject)) return refuse('not_found');
  return subject.ownerId === viewer.id ? null : refuse('forbidden');
}
