import { and, asc, desc, eq, inArray, isNull, or, type SQL, sql } from 'drizzle-orm';
import type { LogAction } from '@/lib/moderation/types';
import type { Executor, Transaction } from '../client';
import { appeals, moderationLog, papers, users } from '../schema';

/** Entries whose subject is the user or that excluded the user's votes. */
const concerns = (userId: string): SQL => sql`(${moderationLog.userId} = ${userId}::uuid or exists (
  select from excluded_votes x where x.log_id = ${moderationLog.id} and x.user_id = ${userId}::uuid))`;

/** Entries the user was notified of without being their subject, such as a resolved contest. */
const toldOf = (userId: string): SQL => sql`${moderationLog.id} in (
  select n.log_id from notifications n where n.user_id = ${userId}::uuid and n.log_id is not null)`;

const act = {
  id: moderationLog.id,
  action: moderationLog.action,
  reason: moderationLog.reason,
  details: moderationLog.details,
  createdAt: moderationLog.createdAt,
  slug: papers.slug,
  title: papers.title,
  removed: sql<boolean>`${papers.removedAt} is not null`,
  words: appeals.words,
  reply: appeals.reply,
};

/**
 * Lists moderation acts that affect a user, or that the user was notified of (`concerned` is
 * false), with the appeal and its reply; newest first.
 */
export const listActsAbout = (
  on: Executor,
  userId: string,
  which: { limit: number; entry?: number },
) =>
  on
    .select({ ...act, concerned: sql<boolean>`${concerns(userId)}` })
    .from(moderationLog)
    .leftJoin(papers, eq(papers.id, moderationLog.paperId))
    .leftJoin(appeals, and(eq(appeals.logId, moderationLog.id), eq(appeals.userId, userId)))
    .where(
      and(
        or(concerns(userId), toldOf(userId)),
        which.entry === undefined ? undefined : eq(moderationLog.id, which.entry),
      ),
    )
    .orderBy(desc(moderationLog.id))
    .limit(which.limit);

/** Returns what an appeal would concern; `there` is false if the entry does not affect the user. */
export async function isAppealable(
  on: Executor,
  { logId, userId, actions }: { logId: number; userId: string; actions: LogAction[] },
): Promise<boolean> {
  const rows = await on
    .select({ id: moderationLog.id })
    .from(moderationLog)
    .where(
      and(
        eq(moderationLog.id, logId),
        concerns(userId),
        inArray(moderationLog.action, actions as string[]),
      ),
    );
  return rows.length > 0;
}

/** Returns false if the user has already appealed this entry. */
export async function insertAppeal(
  on: Executor,
  appeal: { logId: number; userId: string; words: string },
): Promise<boolean> {
  const rows = await on
    .insert(appeals)
    .values(appeal)
    .onConflictDoNothing()
    .returning({ logId: appeals.logId });
  return rows.length > 0;
}

/** Lists appeals without a reply, oldest first. */
export const listOpenAppeals = (on: Executor, limit: number) =>
  on
    .select({
      ...act,
      at: appeals.createdAt,
      words: sql<string>`${appeals.words}`,
      handle: sql<string>`${users.handle}`,
    })
    .from(appeals)
    .innerJoin(moderationLog, eq(moderationLog.id, appeals.logId))
    .innerJoin(users, eq(users.id, appeals.userId))
    .leftJoin(papers, eq(papers.id, moderationLog.paperId))
    .where(isNull(appeals.repliedAt))
    .orderBy(asc(appeals.createdAt), asc(appeals.logId))
    .limit(limit);

/** Replies to an open appeal; returns the entry it concerns, or null if there is none. */
export async function replyTo(
  tx: Transaction,
  { logId, userId, by, reply }: { logId: number; userId: string; by: string; reply: string },
) {
  const rows = await tx
    .update(appeals)
    .set({ reply, repliedBy: by, repliedAt: sql`now()` })
    .where(and(eq(appeals.logId, logId), eq(appeals.userId, userId), isNull(appeals.repliedAt)))
    .returning({ logId: appeals.logId });
  if (rows.length === 0) return null;
  const [entry] = await tx
    .select({
      action: moderationLog.action,
      details: moderationLog.details,
      userId: moderationLog.userId,
      paperId: moderationLog.paperId,
      slug: papers.slug,
    })
    .from(moderationLog)
    .leftJoin(papers, eq(papers.id, moderationLog.paperId))
    .where(eq(moderationLog.id, logId));
  return entry ?? null;
}
