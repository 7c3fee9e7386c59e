import { desc, eq, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { type LogAction, type LogDetails, MODERATION } from '@/lib/moderation/types';
import type { Executor, Transaction } from '../client';
import { moderationLog, papers, users } from '../schema';
import { publishInvalidation } from './invalidation';

export type NewLogEntry = {
  /** Null: a job or a command of the operator. */
  actorId: string | null;
  action: LogAction;
  reason: string;
  userId?: string | null;
  paperId?: number | null;
  details?: LogDetails;
};

/**
 * Notes an act of moderation in the transaction that does it, and has the public log shown anew.
 * Returns the entry's id.
 */
export async function writeLog(tx: Transaction, entry: NewLogEntry): Promise<number> {
  const [row] = await tx.insert(moderationLog).values(entry).returning({ id: moderationLog.id });
  if (!row) throw new Error('no entry came back');
  await publishInvalidation(tx, [MODERATION]);
  return row.id;
}

export type LogRow = Awaited<ReturnType<typeof listLog>>[number];

/**
 * Entries of the log, or those that concern a reader, newest first. Whether the reader may be named
 * is for the caller to say.
 */
export async function listLog(
  on: Executor,
  page: { limit: number; offset: number; userId?: string },
) {
  const [actor, reader] = [alias(users, 'actor'), alias(users, 'reader')];
  return on
    .select({
      id: moderationLog.id,
      action: moderationLog.action,
      reason: moderationLog.reason,
      details: moderationLog.details,
      createdAt: moderationLog.createdAt,
      by: actor.handle,
      bySite: sql<boolean>`${moderationLog.actorId} is null`,
      reader: reader.handle,
      slug: papers.slug,
      title: papers.title,
      removed: sql<boolean>`${papers.removedAt} is not null`,
    })
    .from(moderationLog)
    .leftJoin(actor, eq(actor.id, moderationLog.actorId))
    .leftJoin(reader, eq(reader.id, moderationLog.userId))
    .leftJoin(papers, eq(papers.id, moderationLog.paperId))
    .where(page.userId === undefined ? undefined : eq(moderationLog.userId, page.userId))
    .orderBy(desc(moderationLog.id))
    .limit(page.limit)
    .offset(page.offset);
}
