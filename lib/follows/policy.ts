import { type Refusal, refuse } from '@/lib/base/errors';
import { refuseWriting } from '@/lib/web/policy';
import type { Viewer } from '@/lib/web/types';
import type { FollowInput } from './schema';

/** Returns why the viewer may not follow a target, or null if they may. */
export function refuseFollowing(viewer: Viewer | null, target: FollowInput): Refusal | null {
  const refusal = refuseWriting(viewer);
  if (refusal) return refusal;
  const own = target.kind === 'reader' && isHandleOf(target.value, viewer);
  return own && target.following
    ? refuse('invalid', { message: 'You cannot follow yourself.' })
    : null;
}

const isHandleOf = (handle: string, viewer: Viewer | null): boolean =>
  viewer?.handle?.toLowerCase() === handle.replace(/^@/, '').toLowerCase();
