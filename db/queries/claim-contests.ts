import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Executor, Transaction } from '../client';
import { claimContests, paperAuthors, papers, users } from '../schema';
import { aboutPaper, aboutReader, type Decision } from './claims';

/** Returns the confirmed author with this handle on a paper, or null. */
export async function findHolder(on: Executor, slug: string, handle: string) {
  const [row] = await on
    .select({
      userId: users.id,
      paperId: papers.id,
      position: paperAuthors.position,
      name: paperAuthors.name,
    })
    .from(paperAuthors)
    .innerJoin(papers, eq(papers.id, paperAuthors.paperId))
    .innerJoin(users, eq(users.id, paperAuthors.userId))
    .where(
      and(
        eq(papers.slug, slug),
        isNull(papers.removedAt),
        eq(sql`lower(${users.handle})`, handle),
        eq(paperAuthors.claimStatus, 'verified'),
      ),
    )
    .limit(1);
  return row ?? null;
}

/** Stores who contests a confirmed author and why; contesting again replaces the reason. */
export async function saveContest(
  tx: Transaction,
  contest: { paperId: number; userId: string; contestedBy: string; words: string },
): Promise<void> {
  await tx
    .insert(claimContests)
    .values(contest)
    .onConflictDoUpdate({
      target: [claimContests.contestedBy, claimContests.paperId, claimContests.userId],
      targetWhere: isNull(claimContests.resolvedAt),
      set: { words: contest.words },
    });
}

/** Closes all open contests of a confirmed author; returns who opened them. */
export async function closeContests(
  tx: Transaction,
  { paperId, userId }: { paperId: number; userId: string },
  { by, logId }: Decision,
): Promise<string[]> {
  const rows = await tx
    .update(claimContests)
    .set({ resolvedAt: sql`now()`, resolvedBy: by, logId })
    .where(
      and(
        eq(claimContests.paperId, paperId),
        eq(claimContests.userId, userId),
        isNull(claimContests.resolvedAt),
      ),
    )
    .returning({ by: claimContests.contestedBy });
  return rows.flatMap((row) => row.by ?? []);
}

/** Open contests with their context, oldest first. */
export async function listOpenContests(on: Executor, limit: number) {
  const contester = alias(users, 'contester');
  return on
    .select({
      id: claimContests.id,
      words: claimContests.words,
      at: claimContests.createdAt,
      by: contester.handle,
      ...aboutPaper,
      ...aboutReader,
      position: paperAuthors.position,
      name: paperAuthors.name,
      orcid: paperAuthors.orcid,
    })
    .from(claimContests)
    .innerJoin(papers, eq(papers.id, claimContests.paperId))
    .innerJoin(users, eq(users.id, claimContests.userId))
    .innerJoin(
      paperAuthors,
      and(
        eq(paperAuthors.paperId, claimContests.paperId),
        eq(paperAuthors.userId, claimContests.userId),
        eq(paperAuthors.claimStatus, 'verified'),
      ),
    )
    .leftJoin(contester, eq(contester.id, claimContests.contestedBy))
    .where(isNull(claimContests.resolvedAt))
    .orderBy(asc(claimContests.createdAt), asc(claimContests.id))
    .limit(limit);
}
