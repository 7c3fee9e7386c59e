import { db, transaction } from '@/db/client';
import { deleteFollow, insertFollow } from '@/db/queries/follows';
import { ok, type Result, refuse } from '@/lib/base/errors';
import type { Context } from '@/lib/web/types';
import { findTarget } from './find-target';
import { refuseFollowing } from './policy';
import { type FollowInput, MOST_FOLLOWS } from './schema';
import type { FollowKind, FollowState } from './types';

/**
 * Follows or unfollows a target for the viewer and returns its name. Idempotent; a target that no
 * longer exists can still be unfollowed. Refuses with `not_found` an unknown target, `invalid` the
 * viewer, `conflict` more than MOST_FOLLOWS.
 */
export async function setFollow(
  { viewer }: Context,
  input: FollowInput,
): Promise<Result<FollowState>> {
  const refusal = refuseFollowing(viewer, input);
  if (refusal || !viewer) return refusal ?? refuse('signed_out');
  const { kind, value, following } = input;
  if (!following) {
    await deleteFollow(db(), viewer.id, { kind, value });
    return ok({ kind, value, label: value, following });
  }
  const target = await findTarget({ kind, value }, viewer.id);
  if (target?.yours) return refuse('invalid', { message: 'This collection is your own.' });
  if (!target) return refuse('not_found', { message: MISSING[kind] });
  const added = await transaction((tx) => insertFollow(tx, viewer.id, target, MOST_FOLLOWS));
  if (!added) {
    const message = `You follow ${MOST_FOLLOWS} already, which is the most. Leave some first.`;
    return refuse('conflict', { message });
  }
  return ok({ kind, value: target.value, label: target.label, following });
}

const MISSING: Record<FollowKind, string> = {
  topic: 'arXiv has no such category.',
  author: 'No paper here has an author of this name.',
  organization: 'No organization here has this name.',
  reader: 'No reader here has this handle.',
  collection: 'There is no such collection.',
};
