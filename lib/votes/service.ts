import { db, type Transaction, transaction } from '@/db/client';
import { findMergedInto } from '@/db/queries/merging';
import { deleteUpvote, getOverlay, insertUpvote, type Vote } from '@/db/queries/votes';
import { ok, type Result, refuse } from '@/lib/base/errors';
import type { Context } from '@/lib/web/types';
import { enqueueMaturing } from './maturing';
import { refuseVoting } from './policy';
import type { UpvoteInput } from './schema';
import type { UpvoteState } from './types';

/**
 * Sets or removes the viewer's upvote of a paper, and returns its state. Idempotent. Refuses as
 * refuseVoting does, and with `not_found`.
 */
export async function setUpvote(
  { viewer, network = null }: Context,
  { paperId, upvoted, place }: UpvoteInput,
): Promise<Result<UpvoteState>> {
  const refusal = refuseVoting(viewer);
  if (refusal || !viewer) return refusal ?? refuse('signed_out');
  const votedFor = await transaction(async (tx) => {
    for (let id = paperId; ; ) {
      const vote = { userId: viewer.id, paperId: id, place, network };
      if (await voteOnce(tx, vote, upvoted)) return id;
      // The paper may have been merged into another one since its page was rendered.
      const now = await findMergedInto(tx, id);
      if (now === id) return id;
      id = now;
    }
  });
  // Read after the commit, so that everything read after this result's `asOf` includes the vote.
  const { counts, upvoted: ids, asOf } = await getOverlay(db(), viewer.id, [votedFor]);
  const paper = counts[votedFor];
  if (!paper) return refuse('not_found');
  return ok({ upvotes: paper.upvotes, upvoted: ids.includes(votedFor), asOf: asOf.toISOString() });
}

/** Returns whether the vote changed. */
async function voteOnce(tx: Transaction, vote: Vote, upvoted: boolean): Promise<boolean> {
  if (!upvoted) return deleteUpvote(tx, vote);
  const { changed, maturesAt } = await insertUpvote(tx, vote);
  if (maturesAt) await enqueueMaturing(tx, vote.userId, maturesAt);
  return changed;
}
