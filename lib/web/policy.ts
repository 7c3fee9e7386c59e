import type { Refusal } from '@/lib/base/errors';
import { refuse } from '@/lib/base/errors';
import type { Viewer } from './types';

export type Member = Viewer & { handle: string };

/** Returns why this viewer may not write at all, or null. */
export function refuseWriting(viewer: Viewer | null): Refusal | null {
  if (!viewer) return refuse('signed_out');
  if (viewer.banned) return refuse('banned');
  if (!viewer.handle) return refuse('needs_handle');
  return null;
}

/** The same as a type guard, for verbs that need a member. */
export const isMember = (viewer: Viewer | null): viewer is Member => refuseWriting(viewer) === null;
