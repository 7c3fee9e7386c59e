import { and, asc, desc, eq, gt, inArray, isNotNull, lt, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Viewer } from '@/lib/web/types';
import { db, type Executor, type Transaction } from '../client';
import { paperAuthors, papers, submissions, users } from '../schema';
import { bannedNow, limitedUntil } from './bans';

const place = {
  id: papers.id,
  slug: papers.slug,
  version: papers.version,
  title: papers.title,
  abstract: papers.abstract,
  doi: papers.doi,
  firstAuthors: sql<string[]>`array(select ${paperAuthors.name} from ${paperAuthors}
    where ${paperAuthors.paperId} = ${papers.id} order by ${paperAuthors.position} limit 3)`,
  publishedAt: papers.publishedAt,
  withdrawn: papers.withdrawn,
  listed: sql<boolean>`${papers.trending} is not null`,
  removed: sql<boolean>`${papers.removedAt} is not null`,
};

/**
 * Finds a paper by its identifier at its source, or the paper it was merged into; `listed`: it is
 * on the feeds.
 */
export async function findPaper(source: string, externalId: string, on: Executor = db()) {
  const named = alias(papers, 'named');
  const [paper] = await on
    .select(place)
    .from(named)
    .innerJoin(papers, sql`${papers.id} = coalesce(${named.mergedInto}, ${named.id})`)
    .where(and(eq(named.source, source), eq(named.externalId, externalId)));
  return paper ?? null;
}

/**
 * Locks the paper, so that of two concurrent submitters the second sees the first one's changes.
 */
export async function lockPaper(tx: Transaction, id: number) {
  const [paper] = await tx.select(place).from(papers).where(eq(papers.id, id)).for('no key update');
  return paper ?? null;
}

type Key = { userId: string; source: string; externalId: string };

const row = {
  id: submissions.id,
  source: submissions.source,
  externalId: submissions.externalId,
  userId: submissions.userId,
  status: submissions.status,
  reason: submissions.reason,
  details: submissions.details,
  picture: submissions.picture,
  paperId: submissions.paperId,
  createdAt: submissions.createdAt,
};

export type SubmissionRow = NonNullable<Awaited<ReturnType<typeof getSubmission>>>;

export async function getSubmission(id: number, on: Executor = db()) {
  const [found] = await on.select(row).from(submissions).where(eq(submissions.id, id));
  return found ?? null;
}

export async function findSubmission(key: Key, on: Executor = db()) {
  const [found] = await on
    .select(row)
    .from(submissions)
    .where(
      and(
        eq(submissions.userId, key.userId),
        eq(submissions.source, key.source),
        eq(submissions.externalId, key.externalId),
      ),
    );
  return found ?? null;
}

export async function lockSubmission(tx: Transaction, id: number) {
  const [found] = await tx
    .select(row)
    .from(submissions)
    .where(eq(submissions.id, id))
    .for('update');
  return found ?? null;
}

/**
 * Creates a user's draft of this paper, or restarts it if the last one is finished. Returns null if
 * one is being edited or pending.
 */
export async function insertDraft(
  on: Executor,
  key: Key,
  details: Record<string, unknown>,
): Promise<number | null> {
  const begun = { status: 'draft' as const, details, createdAt: sql`now()` };
  const [draft] = await on
    .insert(submissions)
    .values({ ...key, ...begun })
    .onConflictDoUpdate({
      target: [submissions.userId, submissions.source, submissions.externalId],
      set: { ...begun, picture: null, reason: null, words: null, paperId: null, finishedAt: null },
      setWhere: inArray(submissions.status, ['done', 'refused']),
    })
    .returning({ id: submissions.id });
  return draft?.id ?? null;
}

type Draft = { details: Record<string, unknown>; picture: string | null };

/** Saves the typed fields until the draft is sent. */
export async function saveDraft(on: Executor, id: number, draft: Draft): Promise<void> {
  await on
    .update(submissions)
    .set(draft)
    .where(and(eq(submissions.id, id), eq(submissions.status, 'draft')));
}

/** Moves a submission to a state: pending at its source or a moderator, or editable again. */
export async function setState(
  tx: Transaction,
  id: number,
  status: 'draft' | 'pending' | 'waiting',
  details: Record<string, unknown>,
): Promise<void> {
  await tx
    .update(submissions)
    .set({ status, details, createdAt: sql`now()` })
    .where(eq(submissions.id, id));
}

type Outcome = { status: 'done' | 'refused'; reason?: string; words?: string; paperId?: number };

export async function finishSubmission(on: Executor, id: number, outcome: Outcome): Promise<void> {
  await on
    .update(submissions)
    .set({ reason: null, ...outcome, finishedAt: sql`now()` })
    .where(
      and(eq(submissions.id, id), inArray(submissions.status, ['draft', 'pending', 'waiting'])),
    );
}

/** Withdraws an unfinished submission; returns false if the user has no such one. */
export async function deleteSubmission(userId: string, id: number): Promise<boolean> {
  const gone = await db()
    .delete(submissions)
    .where(
      and(
        eq(submissions.id, id),
        eq(submissions.userId, userId),
        inArray(submissions.status, ['draft', 'pending', 'waiting', 'refused']),
      ),
    )
    .returning({ id: submissions.id });
  return gone.length > 0;
}

/** Returns a submission's user as a viewer; null once the account is deleted. */
export async function getSubmitter(userId: string, on: Executor = db()): Promise<Viewer | null> {
  const [viewer] = await on
    .select({
      id: users.id,
      handle: users.handle,
      name: users.name,
      role: users.role,
      banned: bannedNow(),
      limitedUntil,
      createdAt: users.createdAt,
    })
    .from(users)
    .where(eq(users.id, userId));
  return viewer ?? null;
}

/** Returns the domain of a user's email address, if confirmed. */
export async function getMailDomain(userId: string, on: Executor = db()): Promise<string | null> {
  const [found] = await on
    .select({ domain: sql<string>`lower(split_part(${users.email}, '@', 2))` })
    .from(users)
    .where(and(eq(users.id, userId), isNotNull(users.emailVerified), isNotNull(users.email)));
  return found?.domain ?? null;
}

/** Counts the user's submitted papers on this site. */
export const countTaken = (userId: string, on: Executor = db()): Promise<number> =>
  on.$count(
    papers,
    and(
      eq(papers.submittedBy, userId),
      eq(papers.listedBy, 'submission'),
      sql`${papers.removedAt} is null`,
    ),
  );

/** The user's drafts and pending submissions, and last week's outcomes of pending ones. */
export const listOwnSubmissions = (userId: string) =>
  db()
    .select({
      id: submissions.id,
      source: submissions.source,
      externalId: submissions.externalId,
      status: submissions.status,
      reason: submissions.reason,
      words: submissions.words,
      createdAt: submissions.createdAt,
      typedTitle: sql<string | null>`${submissions.details}->'typed'->>'title'`,
      slug: papers.slug,
      title: papers.title,
    })
    .from(submissions)
    .leftJoin(papers, eq(papers.id, submissions.paperId))
    .where(
      and(
        eq(submissions.userId, userId),
        or(
          // A lookup alone is not a draft of the user's: nothing was typed or sent yet.
          and(eq(submissions.status, 'draft'), sql`${submissions.details}->>'kept' = 'true'`),
          inArray(submissions.status, ['pending', 'waiting']),
          and(
            inArray(submissions.status, ['done', 'refused']),
            gt(submissions.finishedAt, sql`now() - interval '7 days'`),
            sql`coalesce((${submissions.details}->>'waited')::boolean, true)`,
          ),
        ),
      ),
    )
    .orderBy(desc(submissions.createdAt))
    .limit(50);

/** Submissions pending at a moderator, oldest first. */
export const listWaiting = (limit: number) =>
  db()
    .select({ ...row, handle: users.handle, since: users.createdAt })
    .from(submissions)
    .innerJoin(users, eq(users.id, submissions.userId))
    .where(eq(submissions.status, 'waiting'))
    .orderBy(asc(submissions.createdAt))
    .limit(limit);

/** Deletes drafts without changes for a month; returns how many. */
export async function deleteOldDrafts(): Promise<number> {
  const gone = await db()
    .delete(submissions)
    .where(
      and(
        eq(submissions.status, 'draft'),
        lt(submissions.createdAt, sql`now() - interval '30 days'`),
      ),
    )
    .returning({ id: submissions.id });
  return gone.length;
}
