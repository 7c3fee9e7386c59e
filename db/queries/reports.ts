import { and, asc, eq, isNull, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { ReportReason, ReportSubject } from '@/lib/reports/types';
import type { Executor, Transaction } from '../client';
import { collections, comments, papers, reports, users } from '../schema';
import { bannedNow } from './bans';
import { shownCollection } from './collections';

/** Returns a visible comment to report; null if there is none. */
export async function findReportableComment(on: Executor, id: number) {
  const [row] = await on
    .select({ id: comments.id, slug: papers.slug, title: papers.title, writer: users.handle })
    .from(comments)
    .innerJoin(papers, and(eq(papers.id, comments.paperId), isNull(papers.removedAt)))
    .leftJoin(users, eq(users.id, comments.userId))
    .where(and(eq(comments.id, id), isNull(comments.deletedAt), isNull(comments.hiddenAt)));
  return row ?? null;
}

/** Returns a visible paper; null if there is none. */
export async function findReportablePaper(on: Executor, slug: string) {
  const [row] = await on
    .select({ id: papers.id, slug: papers.slug, title: papers.title })
    .from(papers)
    .where(and(eq(papers.slug, slug), isNull(papers.removedAt)));
  return row ?? null;
}

/** Returns a collection visible to anyone with the link; null if there is none. */
export async function findReportableCollection(on: Executor, key: string) {
  const [row] = await on
    .select({
      id: collections.id,
      key: collections.key,
      name: collections.name,
      owner: sql<string>`${users.handle}`,
    })
    .from(collections)
    .innerJoin(users, eq(users.id, collections.ownerId))
    .where(and(eq(collections.key, key), shownCollection));
  return row ?? null;
}

type NewReport = { reporterId: string; reason: ReportReason; words: string };

/** Stores a report, or replaces and reopens this user's earlier one. */
export async function saveReport(
  tx: Transaction,
  subject: ReportSubject,
  { reporterId, reason, words }: NewReport,
): Promise<void> {
  const column =
    'commentId' in subject
      ? reports.commentId
      : 'collectionId' in subject
        ? reports.collectionId
        : reports.paperId;
  await tx
    .insert(reports)
    .values({ ...subject, reporterId, reason, words })
    .onConflictDoUpdate({
      target: [reports.reporterId, column],
      set: {
        reason,
        words,
        createdAt: sql`now()`,
        resolvedAt: null,
        resolvedBy: null,
        logId: null,
      },
    });
}

/** Returns the user's open report of this subject, or null. */
export async function getOwnReport(on: Executor, reporterId: string, subject: ReportSubject) {
  const [row] = await on
    .select({ reason: reports.reason, words: reports.words })
    .from(reports)
    .where(and(about(subject), eq(reports.reporterId, reporterId), isNull(reports.resolvedAt)));
  return row ?? null;
}

const about = (subject: ReportSubject): SQL =>
  'commentId' in subject
    ? eq(reports.commentId, subject.commentId)
    : 'collectionId' in subject
      ? eq(reports.collectionId, subject.collectionId)
      : eq(reports.paperId, subject.paperId);

/** Closes all open reports of a subject; returns how many. */
export async function closeReports(
  tx: Transaction,
  subject: ReportSubject,
  done: { by: string | null; logId: number },
): Promise<number> {
  const rows = await tx
    .update(reports)
    .set({ resolvedAt: sql`now()`, resolvedBy: done.by, logId: done.logId })
    .where(and(about(subject), isNull(reports.resolvedAt)))
    .returning({ id: reports.id });
  return rows.length;
}

type SubjectFacts = { paperId: number | null; slug: string | null; handle: string | null };

/** Returns a subject's paper, if any, and its author, submitter or owner. */
export async function getSubjectFacts(
  on: Executor,
  subject: ReportSubject,
): Promise<SubjectFacts | null> {
  if ('collectionId' in subject) {
    const [owner] = await on
      .select({ handle: users.handle })
      .from(collections)
      .innerJoin(users, eq(users.id, collections.ownerId))
      .where(eq(collections.id, subject.collectionId));
    return owner ? { paperId: null, slug: null, ...owner } : null;
  }
  const [row] = await on
    .select({ paperId: papers.id, slug: papers.slug, handle: users.handle })
    .from(papers)
    .leftJoin(comments, 'commentId' in subject ? eq(comments.paperId, papers.id) : sql`false`)
    .leftJoin(
      users,
      sql`${users.id} = case when ${comments.id} is null then ${papers.submittedBy} else ${comments.userId} end`,
    )
    .where(
      'commentId' in subject ? eq(comments.id, subject.commentId) : eq(papers.id, subject.paperId),
    );
  return row ?? null;
}

/** Open reports with their subjects, oldest first. */
export async function listOpenReports(on: Executor, limit: number) {
  const [reporter, reader] = [alias(users, 'reporter'), alias(users, 'reader')];
  return on
    .select({
      commentId: reports.commentId,
      by: reporter.handle,
      reason: reports.reason,
      words: reports.words,
      at: reports.createdAt,
      paperId: papers.id,
      slug: papers.slug,
      title: papers.title,
      removed: sql<boolean>`${papers.removedAt} is not null`,
      locked: sql<boolean>`${papers.lockedAt} is not null`,
      markdown: comments.markdown,
      html: comments.html,
      collectionId: reports.collectionId,
      key: collections.key,
      name: collections.name,
      description: collections.description,
      collectionHidden: sql<boolean>`${collections.hiddenAt} is not null`,
      writtenAt: comments.createdAt,
      deleted: sql<boolean>`${comments.deletedAt} is not null`,
      hidden: sql<boolean>`${comments.hiddenAt} is not null`,
      handle: reader.handle,
      since: reader.createdAt,
      banned: bannedNow(reader),
    })
    .from(reports)
    .leftJoin(comments, eq(comments.id, reports.commentId))
    .leftJoin(papers, sql`${papers.id} = coalesce(${reports.paperId}, ${comments.paperId})`)
    .leftJoin(collections, eq(collections.id, reports.collectionId))
    .leftJoin(reporter, eq(reporter.id, reports.reporterId))
    .leftJoin(
      reader,
      sql`${reader.id} = case when ${comments.id} is not null then ${comments.userId}
        else coalesce(${collections.ownerId}, ${papers.submittedBy}) end`,
    )
    .where(isNull(reports.resolvedAt))
    .orderBy(asc(reports.createdAt), asc(reports.id))
    .limit(limit);
}
