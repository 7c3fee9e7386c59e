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
 * Makes the viewer's upvote of a paper be there or not, and answers how the paper stands then.
 * Setting what is so already changes nothing. Refuses as refuseVoting does, and `not_found`.
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
      // The page that was voted on may be older than a merge of its paper into another one.
      const now = await findMergedInto(tx, id);
      if (now === id) return id;
      id = now;
    }
  });
  // Read after the commit: whoever reads later than this answer's asOf sees the vote too.
  const { counts, upvoted: ids, asOf } = await getOverlay(db(), viewer.id, [votedFor]);
  const paper = counts[votedFor];
  if (!paper) return refuse('not_found');
  return ok({ upvotes: paper.upvotes, upvoted: ids.includes(votedFor), asOf: asOf.toISOString() });
}

/** Whether that changed something. */
async function voteOnce(tx: Transaction, vote: Vote, upvoted: boolean): Promise<boolean> {
  if (!upvoted) return deleteUpvote(tx, vote);
  const { changed, maturesAt } = await insertUpvote(tx, vote);
  if (maturesAt) await enqueueMaturing(tx, vote.userId, maturesAt);
  return changed;
}
