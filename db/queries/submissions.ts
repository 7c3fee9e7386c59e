import { and, desc, eq, gt, inArray, ne, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { db, type Executor, type Transaction } from '../client';
import { papers, submissions, users } from '../schema';
import { bannedNow } from './bans';

/**
 * A paper's place here by its identifier at its source, or that of the paper that it is a part of;
 * `listed`: it is on the feeds.
 */
export async function findPaper(source: string, externalId: string, on: Executor = db()) {
  const named = alias(papers, 'named');
  const [paper] = await on
    .select({
      id: papers.id,
      slug: papers.slug,
      version: papers.version,
      withdrawn: papers.withdrawn,
      listed: sql<boolean>`${papers.trending} is not null`,
      removed: sql<boolean>`${papers.removedAt} is not null`,
    })
    .from(named)
    .innerJoin(papers, sql`${papers.id} = coalesce(${named.mergedInto}, ${named.id})`)
    .where(and(eq(named.source, source), eq(named.externalId, externalId)));
  return paper ?? null;
}

/** The same, locked: of two who submit one paper at once, one sees what the other has done. */
export async function lockPaper(tx: Transaction, id: number) {
  const [paper] = await tx
    .select({
      id: papers.id,
      slug: papers.slug,
      withdrawn: papers.withdrawn,
      listed: sql<boolean>`${papers.trending} is not null`,
      removed: sql<boolean>`${papers.removedAt} is not null`,
    })
    .from(papers)
    .where(eq(papers.id, id))
    .for('no key update');
  return paper ?? null;
}

type Key = { userId: string; source: string; externalId: string };

/** Keeps a submission for later; its id, or null when this reader's waits already. */
export async function insertPending(tx: Transaction, key: Key): Promise<number | null> {
  const [row] = await tx
    .insert(submissions)
    .values(key)
    .onConflictDoUpdate({
      target: [submissions.userId, submissions.source, submissions.externalId],
      set: {
        status: 'pending',
        reason: null,
        paperId: null,
        createdAt: sql`now()`,
        finishedAt: null,
      },
      setWhere: ne(submissions.status, 'pending'),
    })
    .returning({ id: submissions.id });
  return row?.id ?? null;
}

/** A submission that waits, and whether its reader may still write; null when it is finished. */
export async function getPending(id: number) {
  const [row] = await db()
    .select({
      id: submissions.id,
      source: submissions.source,
      externalId: submissions.externalId,
      userId: submissions.userId,
      createdAt: submissions.createdAt,
      banned: bannedNow(),
    })
    .from(submissions)
    .innerJoin(users, eq(users.id, submissions.userId))
    .where(and(eq(submissions.id, id), eq(submissions.status, 'pending')));
  return row ?? null;
}

type Outcome = { status: 'done' | 'refused'; reason?: string; paperId?: number };

export async function finishSubmission(on: Executor, id: number, outcome: Outcome): Promise<void> {
  await on
    .update(submissions)
    .set({ reason: null, ...outcome, finishedAt: sql`now()` })
    .where(and(eq(submissions.id, id), eq(submissions.status, 'pending')));
}

/** The reader's own submissions that had to wait: those that still do, and last week's others. */
export const listOwnSubmissions = (userId: string) =>
  db()
    .select({
      id: submissions.id,
      externalId: submissions.externalId,
      status: submissions.status,
      reason: submissions.reason,
      createdAt: submissions.createdAt,
      slug: papers.slug,
      title: papers.title,
    })
    .from(submissions)
    .leftJoin(papers, eq(papers.id, submissions.paperId))
    .where(
      and(
        eq(submissions.userId, userId),
        or(
          eq(submissions.status, 'pending'),
          and(
            inArray(submissions.status, ['done', 'refused']),
            gt(submissions.finishedAt, sql`now() - interval '7 days'`),
          ),
        ),
      ),
    )
    .orderBy(desc(submissions.createdAt))
    .limit(50);
