import { sql } from 'drizzle-orm';
import type { Executor } from '../client';
import { PREPARED } from '../prepared';
import { statement } from '../statement';

/** Public counts, and the ids this user upvoted. */
export type Overlay = {
  upvoted: number[];
  counts: Record<number, { upvotes: number; comments: number }>;
  asOf: Date;
};

/**
 * Returns the state of papers for one user. `asOf` is the statement's start: everything committed
 * by then is included, so call it outside of transactions. Skips unknown ids.
 */
export async function getOverlay(on: Executor, userId: string, ids: number[]): Promise<Overlay> {
  const rows = await on.execute<{
    id: number;
    upvotes: number;
    comments: number;
    upvoted: boolean;
    as_of: number;
  }>(sql`${PREPARED}
    select p.id::double precision as id, p.upvote_count as upvotes, p.comment_count as comments,
      exists (select from upvotes where user_id = ${userId}::uuid and paper_id = p.id) as upvoted,
      (extract(epoch from statement_timestamp()) * 1000)::double precision as as_of
    from papers p where p.id = any(${`{${ids}}`}::bigint[]) and p.removed_at is null`);
  return {
    upvoted: rows.filter((row) => row.upvoted).map((row) => row.id),
    counts: Object.fromEntries(
      rows.map(({ id, upvotes, comments }) => [id, { upvotes, comments }]),
    ),
    asOf: new Date(rows[0]?.as_of ?? 0),
  };
}

export type VoteState = { upvotes: number; upvoted: boolean; asOf: Date };

const STATES = statement<{ place: number; upvotes: number; upvoted: boolean; as_of: number }>(
  () => sql`${PREPARED}
    select asked.place::int as place, p.upvote_count as upvotes,
      exists (select from upvotes u where u.user_id = asked.user_id and u.paper_id = p.id) as upvoted,
      (extract(epoch from statement_timestamp()) * 1000)::double precision as as_of
    from unnest(${sql.placeholder('users')}::uuid[], ${sql.placeholder('papers')}::bigint[])
      with ordinality as asked (user_id, paper_id, place)
    join papers p on p.id = asked.paper_id and p.removed_at is null`,
);

/**
 * Returns the state of each of these votes in one statement, as `getOverlay` does; null for an
 * unknown or removed paper.
 */
export async function listVoteStates(
  votes: { userId: string; paperId: number }[],
): Promise<(VoteState | null)[]> {
  const rows = await STATES({
    users: `{${votes.map(({ userId }) => userId)}}`,
    papers: `{${votes.map(({ paperId }) => paperId)}}`,
  });
  const found = new Map(rows.map((row) => [row.place, row]));
  return votes.map((_, at) => {
    const row = found.get(at + 1);
    return row ? { upvotes: row.upvotes, upvoted: row.upvoted, asOf: new Date(row.as_of) } : null;
  });
}
