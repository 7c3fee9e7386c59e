import { type Refusal, refuse } from '@/lib/base/errors';
import type { Viewer } from '@/lib/web/types';
import type { Group, Visibility } from './types';

/** The viewer's part in a group, as a query tells it. */
export type Part = { visibility: Visibility; ownerId: string; isMember: boolean };

/** A group is seen by its members, or by all when its owner chose so. Roles of the site see no more. */
export const canSee = ({ visibility, isMember }: Part): boolean =>
  isMember || visibility === 'everybody';

export const partOf = (viewer: Viewer | null, part: Part): Group['you'] => {
  if (!viewer || !part.isMember) return null;
  return part.ownerId === viewer.id ? 'owner' : 'member';
};

/** Why this viewer may not change the group: for whom it does not exist, it is not there. */
export function refuseManaging(viewer: Viewer, part: Part | null): Refusal | null {
  if (!part || !canSee(part)) return refuse('not_found');
  return partOf(viewer, part) === 'owner' ? null : refuse('forbidden');
}
