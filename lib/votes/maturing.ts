import { type Transaction, transaction } from '@/db/client';
import { matureSomeVotes, weighOwnVotes } from '@/db/queries/maturing';
import { enqueue } from '@/lib/base/enqueue';

/** Votes a transaction. */
const BATCH = 200;

/** Has a young account's votes weigh in full at `at` (ISO): one job a reader, however many votes. */
export const enqueueMaturing = (tx: Transaction, userId: string, at: string): Promise<void> =>
  enqueue(tx, 'mature_votes', { userId }, { runAt: at, key: `mature_votes:${userId}` });

/**
 * Gives upvotes of accounts that are no longer young their full weight and counts their papers
 * anew; of one reader, or of all, where votes of own papers are weighed again too. What a vote says
 * of its time stays. Returns how many there were.
 */
export async function matureVotes(userId?: string): Promise<number> {
  let total = userId === undefined ? await transaction(weighOwnVotes) : 0;
  for (;;) {
    const votes = await transaction((tx) => matureSomeVotes(tx, { userId, limit: BATCH }));
    total += votes;
    if (votes < BATCH) return total;
  }
}
