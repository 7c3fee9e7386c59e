import { transaction } from '@/db/client';
import { deleteUpvote, insertUpvote } from '@/db/queries/votes';
import type { Context } from '@/lib/auth/types';
import { ok, type Result, refuse } from '@/lib/errors';
import { getPaperOverlays } from './data';
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
  await transaction(async (tx) => {
    const vote = { userId: viewer.id, paperId, place, network };
    if (!upvoted) return deleteUpvote(tx, vote);
    const { maturesAt } = await insertUpvote(tx, vote);
    if (maturesAt) await enqueueMaturing(tx, viewer.id, maturesAt);
  });
  // Read after the commit: whoever reads later than this answer's asOf sees the vote too.
  const { counts, upvoted: ids, asOf } = await getPaperOverlays(viewer.id, [paperId]);
  const paper = counts[paperId];
  if (!paper) return refuse('not_found');
  return ok({ upvotes: paper.upvotes, upvoted: ids.includes(paperId), asOf });
}
