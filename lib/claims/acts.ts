import type { Transaction } from '@/db/client';
import { type Place, setAuthor } from '@/db/queries/claims';
import { publishInvalidation } from '@/db/queries/invalidation';
import { getHandle } from '@/db/queries/people';
import { readerTag } from '@/lib/base/tags';
import type { Done, Why } from '@/lib/moderation/acts';
import { noteAct } from '@/lib/moderation/log-act';
import { recountPapers } from '@/lib/moderation/recounting';

/**
 * Gives a locked place in an author list to a user, in the caller's transaction and without a
 * permission check: the verbs and the operator's commands make it.
 */
export const confirmPlace = (
  tx: Transaction,
  place: Place,
  why: Why & { userId: string },
): Promise<Done> => changePlace(tx, place, why.userId, 'verify_claim', why);

/** Takes a locked place away from `userId`, its current holder. */
export const releasePlace = (
  tx: Transaction,
  place: Place,
  why: Why & { userId: string | null },
): Promise<Done> => changePlace(tx, place, null, 'release_claim', why);

async function changePlace(
  tx: Transaction,
  place: Place,
  to: string | null,
  action: 'verify_claim' | 'release_claim',
  why: Why & { userId: string | null },
): Promise<Done> {
  const { paperId, position } = place;
  const details = { position: position + 1 };
  const logId = await noteAct(tx, { ...why, action, paperId, details });
  if (!(await setAuthor(tx, place, to, { by: why.actorId, logId }))) {
    throw new Error('the locked author place no longer exists');
  }
  await invalidateProfile(tx, why.userId);
  // An author's own upvote does not count, so the score can change.
  await recountPapers(tx, [paperId], logId);
  return { logId };
}

/** Invalidates a user's profile, which lists their papers. */
export async function invalidateProfile(tx: Transaction, userId: string | null): Promise<void> {
  const handle = userId && (await getHandle(tx, userId));
  if (handle) await publishInvalidation(tx, [readerTag(handle)]);
}
