import { db, type Transaction, transaction } from '@/db/client';
import { writeLog } from '@/db/queries/moderation';
import { findReader } from '@/db/queries/moderation-acts';
import {
  closeReports,
  findReportableCollection,
  findReportableComment,
  findReportablePaper,
  getSubjectFacts,
  saveReport,
} from '@/db/queries/reports';
import { ok, type Result, refuse } from '@/lib/base/errors';
import { type Done, movePaper, type Why } from '@/lib/moderation/acts';
import { moveCollection } from '@/lib/moderation/collection-acts';
import { moveComment, turnDiscussion } from '@/lib/moderation/discussion-acts';
import { lockAndAsk, moderate, nothing } from '@/lib/moderation/moderating';
import { ban, limit, warn } from '@/lib/moderation/reader-acts';
import { inDays } from '@/lib/moderation/schema';
import type { LogDetails } from '@/lib/moderation/types';
import { notifyModerators } from '@/lib/notify/desk';
import { refuseWriting } from '@/lib/web/policy';
import type { Context } from '@/lib/web/types';
import type { ReportInput, ResolveInput } from './schema';
import type { ReportSubject } from './types';

/**
 * Reports a visible comment, paper or collection to the moderators. A second report by the same
 * user replaces the first, and reopens it if it was closed.
 */
export async function report(
  { viewer }: Context,
  { reason, words, ...what }: ReportInput,
): Promise<Result<ReportSubject>> {
  const refusal = refuseWriting(viewer);
  if (refusal || !viewer) return refusal ?? refuse('signed_out');
  const subject = await findSubject(what);
  if (!subject) return refuse('not_found');
  await transaction(async (tx) => {
    await saveReport(tx, subject, { reporterId: viewer.id, reason, words });
    await notifyModerators(tx, 'reports', viewer.id);
  });
  return ok(subject);
}

async function findSubject({
  comment,
  paper,
  collection,
}: Pick<ReportInput, 'comment' | 'paper' | 'collection'>): Promise<ReportSubject | null> {
  if (comment !== undefined) {
    return (await findReportableComment(db(), comment)) && { commentId: comment };
  }
  if (collection !== undefined) {
    const found = await findReportableCollection(db(), collection);
    return found && { collectionId: found.id };
  }
  const found = paper === undefined ? null : await findReportablePaper(db(), paper);
  return found && { paperId: found.id };
}

/**
 * Carries out a moderator's act on a reported subject, or none, and closes all open reports of it.
 * Refuses with `not_found` if there are none or the act would change nothing.
 */
export async function resolveReports(
  context: Context,
  { subject, act, reason, days = null }: ResolveInput,
): Promise<Result<void>> {
  return moderate(context, async (tx, actorId) => {
    const done = await carryOut(tx, context, { subject, act, days }, { actorId, reason });
    // After the act, which locks users and papers: reports are locked last, as everywhere.
    const closed = await closeReports(tx, subject, { by: actorId, logId: done.logId });
    if (closed === 0) throw nothing('These reports are settled already.');
  });
}

async function carryOut(
  tx: Transaction,
  context: Context,
  { subject, act, days = null }: Omit<ResolveInput, 'reason'>,
  why: Why,
): Promise<Done> {
  const facts = await getSubjectFacts(tx, subject);
  if (!facts) throw nothing('What was reported is gone.');
  const { paperId, slug, handle } = facts;
  const done = await (async () => {
    switch (act) {
      case 'hide_comment':
        return 'commentId' in subject
          ? moveComment(tx, context, subject.commentId, { ...why, hidden: true })
          : null;
      case 'hide_collection':
        return 'collectionId' in subject
          ? moveCollection(tx, context, subject.collectionId, { ...why, hidden: true })
          : null;
      case 'lock_discussion':
        return slug === null ? null : turnDiscussion(tx, slug, { ...why, locked: true });
      case 'remove_paper':
        return slug === null ? null : movePaper(tx, slug, { ...why, removed: true });
      case 'warn_reader':
      case 'limit_reader':
      case 'ban_reader': {
        const found = handle === null ? null : await findReader(tx, handle);
        const [reader] = found ? await lockAndAsk(tx, context, [found.id]) : [];
        if (!reader) return null;
        const until = inDays(days);
        if (act === 'warn_reader') return warn(tx, reader, why);
        return (act === 'ban_reader' ? ban : limit)(tx, reader, { ...why, until });
      }
      case 'nothing': {
        const details: LogDetails =
          'commentId' in subject
            ? { comment: subject.commentId }
            : 'collectionId' in subject
              ? { collection: subject.collectionId }
              : {};
        const logId = await writeLog(tx, { ...why, action: 'dismiss_reports', paperId, details });
        return { logId };
      }
    }
  })();
  if (!done) throw nothing('This would change nothing.');
  return done;
}
