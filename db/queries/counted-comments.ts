import { sql } from 'drizzle-orm';
import { WEIGHTS } from '@/lib/ranking/trending';
import type { Transaction } from '../client';
import { countedComment, scoreSql, storedFigures } from './ranking';

/**
 * Adds a visible comment to the counts (`sign` 1: just inserted) or subtracts it (-1: about to be
 * erased) in constant time. The weight changes only with a user's first or last comment that
 * counts.
 */
export async function countComment(
  tx: Transaction,
  { commentId, paperId }: { commentId: number; paperId: number },
  sign: 1 | -1,
): Promise<void> {
  // A separate statement: an update that waits for the lock would use the snapshot from before.
  await tx.execute(sql`select from papers where id = ${paperId} for no key update`);
  const stored = storedFigures('p');
  // Rounding may leave a difference slightly below zero.
  const weightSum = sql`greatest(0, p.weight_sum + ${sign * WEIGHTS.comment}::double precision
    * (one.counts and not one.another)::int)`;
  await tx.execute(sql`
    update papers p set
      comment_count = p.comment_count + ${sign} * one.visible::int,
      weight_sum = ${weightSum},
      trending = case when p.trending is not null
        then ${scoreSql({ ...stored, weightSum })} end
    from (
      select c.deleted_at is null and c.hidden_at is null as visible,
        (${countedComment}) as counts,
        exists (
          select from comments other where other.paper_id = c.paper_id
            and other.user_id = c.user_id and other.id <> c.id
            and other.deleted_at is null and other.hidden_at is null
        ) as another
      from comments c join papers p on p.id = c.paper_id
      where c.id = ${commentId}
    ) one
    where p.id = ${paperId}`);
}
