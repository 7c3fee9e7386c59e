import { db, type Transaction, transaction } from '@/db/client';
import { findMergedInto } from '@/db/queries/merging';
import { voteQuickly } from '@/db/queries/quick-vote';
import { listVoteStates } from '@/db/queries/vote-states';
import { deleteUpvote, insertUpvote, type Vote } from '@/db/queries/votes';
import { batched } from '@/lib/base/batched';
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
  const vote = { userId: viewer.id, paperId, place, network };
  const state = (await voteInOne(vote, upvoted)) ?? (await voteFully(vote, upvoted));
  if (!state) return refuse('not_found');
  return ok({ ...state, asOf: state.asOf.toISOString() });
}

/**
 * Casts or takes back an ordinary vote. Null if that needs a transaction, which a vote that is as
 * wanted does not: it would change nothing.
 */
async function voteInOne(vote: Vote, upvoted: boolean) {
  if (await voteQuickly(vote, upvoted)) return stateAfter(vote.userId, vote.paperId);
  const state = await stateOf(vote);
  return state?.upvoted === upvoted ? state : null;
}

/** Returns the state after any vote. */
const voteFully = async (vote: Vote, upvoted: boolean) =>
  // Read after the commit, so that everything read after this result's `asOf` includes the vote.
  stateAfter(vote.userId, await voteWhole(vote, upvoted));

/** States of votes that are read at once. */
const AT_ONCE = 64;
const stateOf = batched(
  (votes: Parameters<typeof listVoteStates>[0]) => listVoteStates(votes),
  AT_ONCE,
);

/** Returns the state of a vote, which a merge may have moved to another paper since. */
async function stateAfter(userId: string, paperId: number) {
  for (let id = paperId; ; ) {
    const state = await stateOf({ userId, paperId: id });
    const into = state ? id : await findMergedInto(db(), id);
    if (state || into === id) return state;
    id = into;
  }
}

/** Casts or takes back any vote; returns the paper that it is for. */
const voteWhole = (vote: Vote, upvoted: boolean): Promise<number> =>
  transaction(async (tx) => {
    for (let id = vote.paperId; ; ) {
      if (await voteOnce(tx, { ...vote, paperId: id }, upvoted)) return id;
      // The paper may have been merged into another one since its page was rendered.
      const now = await findMergedInto(tx, id);
      if (now === id) return id;
      id = now;
    }
  });

/** Returns whether the vote changed. */
async function voteOnce(tx: Transaction, vote: Vote, upvoted: boolean): Promise<boolean> {
  if (!upvoted) return deleteUpvote(tx, vote);
  const { changed, maturesAt } = await insertUpvote(tx, vote);
  if (maturesAt) await enqueueMaturing(tx, vote.userId, maturesAt);
  return changed;
}
