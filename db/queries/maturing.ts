import { sql } from 'drizzle-orm';
import { WEIGHTS, YOUNG_ACCOUNT_HOURS } from '@/lib/ranking/trending';
import type { Transaction } from '../client';
import { publishPapers } from './invalidation';
import { reweighVotes } from './own-votes';
import { recomputePapers } from './votes';

const AGE = sql.raw(`interval '${YOUNG_ACCOUNT_HOURS} hours'`);

/**
 * Upvotes below the weight that their user's account age allows for `since`, by the database clock.
 */
export const overdueVotes = (since = sql`interval '0'`) => sql`
  select v.user_id, v.paper_id from upvotes v join users u on u.id = v.user_id
  where v.weight > 0 and v.weight < ${WEIGHTS.upvote} and u.created_at <= now() - ${AGE} - ${since}`;

/**
 * Gives some of these votes, of one user or all, their full weight and recounts their papers.
 * Returns the number of votes.
 */
export async function matureSomeVotes(
  tx: Transaction,
  { userId, limit }: { userId?: string; limit: number },
): Promise<number> {
  const of = userId === undefined ? sql`` : sql`and v.user_id = ${userId}::uuid`;
  const rows = await tx.execute<{ paper_id: string }>(sql`
    with ripe as materialized (
      ${overdueVotes()} ${of} order by v.user_id, v.paper_id limit ${limit} for no key update of v
    )
    update upvotes set weight = ${WEIGHTS.upvote} from ripe
    where upvotes.user_id = ripe.user_id and upvotes.paper_id = ripe.paper_id
    returning upvotes.paper_id`);
  await countAgain(tx, [...new Set(rows.map((row) => Number(row.paper_id)))]);
  return rows.length;
}

/** Repairs the weight of votes on own papers that a writer missed; returns the number of papers. */
export async function weighOwnVotes(tx: Transaction): Promise<number> {
  const ids = await reweighVotes(tx);
  await countAgain(tx, ids);
  return ids.length;
}

async function countAgain(tx: Transaction, ids: number[]): Promise<void> {
  if (ids.length > 0) await recomputePapers(tx, sql`p.id = any(${`{${ids}}`}::bigint[])`);
  await publishPapers(tx, ids);
}
