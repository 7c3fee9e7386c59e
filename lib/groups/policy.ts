import { type Refusal, refuse } from '@/lib/base/errors';
import type { Viewer } from '@/lib/web/types';
import type { Group, Visibility } from './types';

/** The viewer's role in a group, as queried. */
export type Part = { visibility: Visibility; ownerId: string; isMember: boolean };

/**
 * A group is visible to its members, or to everybody if its owner chose so. Site roles see no more.
 */
export const canSee = ({ visibility, isMember }: Part): boolean =>
  isMember || visibility === 'everybody';

export const partOf = (viewer: Viewer | null, part: Part): Group['you'] => {
  if (!viewer || !part.isMember) return null;
  return part.ownerId === viewer.id ? 'owner' : 'member';
};

/**
 * Returns why this viewer may not change the group; not_found, so that outsiders cannot tell it
 * exists.
 */
export function refuseManaging(viewer: Viewer, part: Part | null): Refusal | null {
  if (!part || !canSee(part)) return refuse('not_found');
  return partOf(viewer, part) === 'owner' ? null : refuse('forbidden');
}
