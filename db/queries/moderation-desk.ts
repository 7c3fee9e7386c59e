import { and, desc, eq, gt, isNotNull, isNull, sql } from 'drizzle-orm';
import type { Executor } from '../client';
import { excludedVotes, moderationLog, papers, upvotes, users } from '../schema';
import { bannedNow, limitedUntil } from './bans';

/** Lists for moderators; nothing here is public. */

/** Rows per list; older ones are found by paper or user. */
const MOST = 100;

const latestOf = (action: string, of: 'user_id' | 'paper_id') => sql`(
  select l.reason from moderation_log l
  where l.action = ${action} and l.${sql.identifier(of)} = ${
    of === 'user_id' ? users.id : papers.id
  }
  order by l.id desc limit 1)`;

export const listRemovedPapers = (on: Executor) =>
  on
    .selectDistinct({
      slug: papers.slug,
      title: papers.title,
      at: papers.removedAt,
      reason: sql<string | null>`${latestOf('remove_paper', 'paper_id')}`,
    })
    .from(moderationLog)
    .innerJoin(papers, eq(papers.id, moderationLog.paperId))
    .where(
      and(
        eq(moderationLog.action, 'remove_paper'),
        isNotNull(papers.removedAt),
        isNull(papers.mergedInto),
      ),
    )
    .orderBy(desc(papers.removedAt))
    .limit(MOST);

export const listBannedReaders = (on: Executor) =>
  on
    .select({
      handle: sql<string>`${users.handle}`,
      at: users.bannedAt,
      until: users.bannedUntil,
      reason: sql<string | null>`${latestOf('ban_reader', 'user_id')}`,
    })
    .from(users)
    .where(and(bannedNow(), isNotNull(users.handle)))
    .orderBy(desc(users.bannedAt))
    .limit(MOST);

export const listLimitedReaders = (on: Executor) =>
  on
    .select({
      handle: sql<string>`${users.handle}`,
      until: users.limitedUntil,
      reason: sql<string | null>`${latestOf('limit_reader', 'user_id')}`,
    })
    .from(users)
    .where(and(gt(users.limitedUntil, sql`now()`), isNotNull(users.handle)))
    .orderBy(desc(users.limitedUntil))
    .limit(MOST);

/** Log entries whose votes are still excluded. */
export const listExclusionsInForce = (on: Executor) =>
  on
    .select({
      logId: moderationLog.id,
      reason: moderationLog.reason,
      at: moderationLog.createdAt,
      slug: papers.slug,
      title: papers.title,
      votes: sql<number>`count(*)::int`,
    })
    .from(excludedVotes)
    .innerJoin(moderationLog, eq(moderationLog.id, excludedVotes.logId))
    .innerJoin(papers, eq(papers.id, excludedVotes.paperId))
    .groupBy(moderationLog.id, papers.id)
    .orderBy(desc(moderationLog.id))
    .limit(MOST);

export async function getPaperCase(on: Executor, slug: string) {
  const [row] = await on
    .select({
      id: papers.id,
      slug: papers.slug,
      title: papers.title,
      upvotes: papers.upvoteCount,
      removed: sql<boolean>`${papers.removedAt} is not null`,
      locked: sql<boolean>`${papers.lockedAt} is not null`,
      mergedInto: sql<string | null>`(
        select slug from papers there where there.id = ${papers.mergedInto})`,
    })
    .from(papers)
    .where(eq(papers.slug, slug));
  return row ?? null;
}

export async function getReaderCase(on: Executor, handle: string) {
  const [row] = await on
    .select({
      id: users.id,
      handle: sql<string>`${users.handle}`,
      picture: users.picture,
      role: users.role,
      banned: bannedNow(),
      bannedUntil: users.bannedUntil,
      limitedUntil,
      createdAt: users.createdAt,
      votes: sql<number>`(select count(*)::int from ${upvotes} where user_id = ${users.id})`,
    })
    .from(users)
    .where(eq(sql`lower(${users.handle})`, handle.toLowerCase()));
  return row ?? null;
}

/** Everyone with a role or a ban. */
export const listStaff = (on: Executor) =>
  on
    .select({
      handle: sql<string>`coalesce(${users.handle}, ${users.id}::text)`,
      role: users.role,
      banned: bannedNow(),
    })
    .from(users)
    .where(sql`${users.role} <> 'member' or ${users.bannedAt} is not null`)
    .orderBy(users.role, sql`1`);
