import { type SQL, sql } from 'drizzle-orm';
import type { HideComments } from '@/lib/moderation/types';
import type { Transaction } from '../client';

/** Comments that a ban hides with their author and shows again once it is over. */

/** The author's visible comments of the last days, or of all time. */
const hideable = (userId: string, hide: Exclude<HideComments, null>): SQL => sql`
  user_id = ${userId}::uuid and hidden_at is null and deleted_at is null
  ${hide === 'all' ? sql`` : sql`and created_at > now() - make_interval(days => ${hide})`}`;

/** Counts the comments to hide; locks them against individual moderation. */
export async function countHideable(
  tx: Transaction,
  userId: string,
  hide: Exclude<HideComments, null>,
): Promise<number> {
  const rows = await tx.execute(sql`
    select id from comments where ${hideable(userId, hide)} order by comments.id for no key update`);
  return rows.length;
}

/** Hides them under the ban of log entry `logId`. Returns their papers. */
export async function hideCommentsOf(
  tx: Transaction,
  userId: string,
  hide: Exclude<HideComments, null>,
  logId: number,
): Promise<number[]> {
  const rows = await tx.execute<{ id: number }>(sql`
    update comments set hidden_at = now(), hidden_by_ban = ${logId}
    where ${hideable(userId, hide)} returning paper_id::double precision as id`);
  return [...new Set(rows.map((row) => row.id))];
}

/** Shows comments hidden by bans of this author again. */
export async function showCommentsOf(tx: Transaction, userId: string): Promise<void> {
  await tx.execute(sql`
    update comments set hidden_at = null, hidden_by_ban = null
    where user_id = ${userId}::uuid and hidden_by_ban is not null`);
}
