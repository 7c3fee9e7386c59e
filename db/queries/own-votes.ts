import { type SQL, sql } from 'drizzle-orm';
import { WEIGHTS, YOUNG_ACCOUNT_HOURS } from '@/lib/ranking/trending';
import type { Executor, Transaction } from '../client';
import { PREPARED } from '../prepared';

/**
 * An upvote by the paper's submitter or one of its authors is counted and shown but has no weight.
 * Weights are stored, so any change of submitter or authors must reweigh the votes.
 */

const AGE = sql.raw(`interval '${YOUNG_ACCOUNT_HOURS} hours'`);

/** Whether a user submitted a paper or is one of its authors. */
export const ownPaper = (userId: SQL, paperId: SQL): SQL => sql`(
  exists (select from papers own where own.id = ${paperId} and own.submitted_by = ${userId})
  or exists (select from paper_authors own where own.paper_id = ${paperId} and own.user_id = ${userId}))`;

/** Upvotes whose stored weight contradicts that rule; `of` limits `v`. */
export const misweighedVotes = (of: SQL = sql`true`): SQL => sql`
  select v.user_id, v.paper_id from upvotes v
  where v.weight = 0 and ${of} and not ${ownPaper(sql`v.user_id`, sql`v.paper_id`)}
  union select v.user_id, v.paper_id
  from papers p join upvotes v on v.paper_id = p.id and v.user_id = p.submitted_by
  where v.weight > 0 and ${of}
  union select v.user_id, v.paper_id
  from paper_authors a join upvotes v on v.paper_id = a.paper_id and v.user_id = a.user_id
  where v.weight > 0 and ${of}`;

/**
 * Corrects the weight of those upvotes of these papers, or of all. Returns the affected papers,
 * which the caller recounts.
 */
export async function reweighVotes(tx: Transaction, papers?: number[]): Promise<number[]> {
  const of = papers && sql`v.paper_id = any(${`{${papers}}`}::bigint[])`;
  const rows = await tx.execute<{ paper_id: string }>(sql`
    with wrong as materialized (
      select v.user_id, v.paper_id, u.created_at > now() - ${AGE} as young
      from upvotes v join (${misweighedVotes(of)}) m using (user_id, paper_id)
      join users u on u.id = v.user_id
      order by v.user_id, v.paper_id for no key update of v
    )
    update upvotes set weight = case when upvotes.weight > 0 then 0
      when young then ${WEIGHTS.youngUpvote}::float8 else ${WEIGHTS.upvote}::float8 end
    from wrong where upvotes.user_id = wrong.user_id and upvotes.paper_id = wrong.paper_id
    returning upvotes.paper_id`);
  return [...new Set(rows.map((row) => Number(row.paper_id)))];
}

/** Whether a paper has a submitter or author among the users, whose upvote would have no weight. */
export async function hasOwnPeople(on: Executor, paperId: number): Promise<boolean> {
  const [row] = await on.execute<{ has: boolean }>(sql`${PREPARED}
    select p.submitted_by is not null or exists (
      select from paper_authors a where a.paper_id = p.id and a.user_id is not null) as has
    from papers p where p.id = ${paperId}`);
  return row?.has ?? false;
}
