import { and, asc, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm';
import type { Role } from '@/lib/web/types';
import type { Executor, Transaction } from '../client';
import { excludedVotes, papers, users } from '../schema';
import { bannedNow, limitedUntil } from './bans';

/** Writes of moderation. All lock users first, in id order, then papers. */

export type Judged = {
  id: string;
  handle: string | null;
  role: Role;
  /** Now; a ban that has ended does not count. */
  banned: boolean;
  bannedUntil: Date | null;
  limitedUntil: Date | null;
};

const judged = {
  id: users.id,
  handle: users.handle,
  role: users.role,
  banned: bannedNow(),
  bannedUntil: users.bannedUntil,
  limitedUntil,
};

export async function findReader(on: Executor, handle: string): Promise<Judged | null> {
  const [row] = await on
    .select(judged)
    .from(users)
    .where(eq(sql`lower(${users.handle})`, handle.toLowerCase()));
  return row ?? null;
}

/** Locks as lockReaders of ./votes does and returns the users. */
export const lockJudged = (tx: Transaction, ids: string[]): Promise<Judged[]> =>
  tx
    .select(judged)
    .from(users)
    .where(inArray(users.id, ids))
    .orderBy(asc(users.id))
    .for('no key update');

export async function setRole(tx: Transaction, userId: string, role: Role): Promise<void> {
  await tx.update(users).set({ role }).where(eq(users.id, userId));
}

/** Every paper whose figures include votes or comments of this user, in id order. */
export async function listPapersTouched(on: Executor, userId: string): Promise<number[]> {
  const rows = await on.execute<{ id: number }>(sql`
    select id::double precision as id from (
      select paper_id as id from upvotes where user_id = ${userId}::uuid
      union select paper_id from comments where user_id = ${userId}::uuid
      union select id from papers where submitted_by = ${userId}::uuid
      union select paper_id from paper_authors where user_id = ${userId}::uuid
    ) touched order by 1`);
  return rows.map((row) => row.id);
}

type VoteKey = { userId: string; paperId: number };

/** Returns which of these votes exist and are not excluded. */
export async function listExcludable(on: Executor, votes: VoteKey[]): Promise<VoteKey[]> {
  const rows = await on.execute<{ user: string; paper: number }>(sql`
    select v.user_id as user, v.paper_id::double precision as paper
    from upvotes v
    join unnest(${`{${votes.map((vote) => vote.userId)}}`}::uuid[],
      ${`{${votes.map((vote) => vote.paperId)}}`}::bigint[]) asked (user_id, paper_id)
      on asked.user_id = v.user_id and asked.paper_id = v.paper_id
    where not exists (
      select from excluded_votes x where x.user_id = v.user_id and x.paper_id = v.paper_id)
    group by 1, 2 order by 2, 1`);
  return rows.map(({ user, paper }) => ({ userId: user, paperId: paper }));
}

export async function insertExclusions(
  tx: Transaction,
  votes: (VoteKey & { logId: number })[],
): Promise<void> {
  await tx.insert(excludedVotes).values(votes).onConflictDoNothing();
}

export const listExclusions = (on: Executor, logId: number): Promise<VoteKey[]> =>
  on
    .select({ userId: excludedVotes.userId, paperId: excludedVotes.paperId })
    .from(excludedVotes)
    .where(eq(excludedVotes.logId, logId));

export async function deleteExclusions(tx: Transaction, logId: number): Promise<void> {
  await tx.delete(excludedVotes).where(eq(excludedVotes.logId, logId));
}

/**
 * Removes or restores a paper unless it was merged into another; returns it if that changed
 * anything. The caller recounts it.
 */
export async function setRemoved(
  tx: Transaction,
  slug: string,
  removed: boolean,
): Promise<{ id: number; submittedBy: string | null } | null> {
  const [row] = await tx
    .update(papers)
    .set({ removedAt: removed ? sql`now()` : null, trending: null })
    .where(
      and(
        eq(papers.slug, slug),
        isNull(papers.mergedInto),
        removed ? isNull(papers.removedAt) : isNotNull(papers.removedAt),
      ),
    )
    .returning({ id: papers.id, submittedBy: papers.submittedBy });
  return row ?? null;
}
