import { desc, eq, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { type LogAction, type LogDetails, MODERATION } from '@/lib/moderation/types';
import type { Executor, Transaction } from '../client';
import { moderationLog, papers, users } from '../schema';
import { publishInvalidation } from './invalidation';

export type NewLogEntry = {
  /** Null: a scheduled job or an operator command. */
  actorId: string | null;
  action: LogAction;
  reason: string;
  userId?: string | null;
  paperId?: number | null;
  details?: LogDetails;
};

/**
 * Logs a moderation act in its own transaction and invalidates the public log. Returns the entry's
 * id.
 */
export async function writeLog(tx: Transaction, entry: NewLogEntry): Promise<number> {
  const [row] = await tx.insert(moderationLog).values(entry).returning({ id: moderationLog.id });
  if (!row) throw new Error('insert returned no log entry');
  await publishInvalidation(tx, [MODERATION]);
  return row.id;
}

export type LogRow = Awaited<ReturnType<typeof listLog>>[number];

/**
 * Log entries, or those that affect a user, newest first. The caller decides whether the user may
 * be named.
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
