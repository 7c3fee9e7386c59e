import { type Transaction, transaction } from '@/db/client';
import { matureSomeVotes, weighOwnVotes } from '@/db/queries/maturing';
import { enqueue } from '@/lib/base/enqueue';

/** Votes per transaction. */
const BATCH = 200;

/**
 * Enqueues the job that gives a young account's votes full weight at `at` (ISO): one job per user,
 * however many votes.
 */
export const enqueueMaturing = (tx: Transaction, userId: string, at: string): Promise<void> =>
  enqueue(tx, 'mature_votes', { userId }, { runAt: at, key: `mature_votes:${userId}` });

/**
 * Gives upvotes of accounts that are no longer young their full weight and recounts their papers;
 * for one user, or for all, where votes on own papers are weighted again, too. The time of a vote
 * does not change. Returns the number of votes.
 */
export async function matureVotes(userId?: string): Promise<number> {
  let total = userId === undefined ? await transaction(weighOwnVotes) : 0;
  for (;;) {
    const votes = await transaction((tx) => matureSomeVotes(tx, { userId, limit: BATCH }));
    total += votes;
    if (votes < BATCH) return total;
  }
}
