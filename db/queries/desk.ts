import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { DeskQueue } from '@/lib/notify/types';
import type { Executor, Transaction } from '../client';

/** Queues of the moderators. */

/**
 * Notifies each moderator except `byId` of a queue, by their settings, unless they have an unread
 * notification of the same queue from the last day or an email about it is pending. Returns the ids
 * of those to email.
 */
export async function insertDeskNotifications(
  tx: Transaction,
  queue: DeskQueue,
  byId: string | null,
): Promise<string[]> {
  const cause = `desk:${queue}:${randomUUID()}`;
  const rows = await tx.execute<{ user_id: string; mail_pending: boolean }>(sql`
    insert into notifications (user_id, kind, cause, detail, on_site, mail_pending)
    select u.id, 'desk', ${cause}, ${queue}::text, w.on_site, w.by_mail
    from users u
    left join notification_settings s on s.user_id = u.id and s.kind = 'desk'
    cross join lateral (select coalesce(s.on_site, true) as on_site,
      coalesce(s.by_mail, false) and u.email is not null and u.email_verified is not null
        and not u.is_demo as by_mail) w
    where u.role in ('moderator', 'admin') and u.handle is not null
      and (u.banned_at is null or u.banned_until <= now())
      and u.id is distinct from ${byId}::uuid and (w.on_site or w.by_mail)
      and not exists (select from notifications n
        where n.user_id = u.id and n.kind = 'desk' and n.detail = ${queue}::text
          and n.read_at is null
          and (n.mail_pending or n.created_at > now() - interval '1 day'))
    order by u.id
    returning user_id, mail_pending`);
  return rows.filter((row) => row.mail_pending).map((row) => row.user_id);
}

/** Counts open items of all queues, up to `most`. */
export async function countWaiting(on: Executor, most: number): Promise<number> {
  const [row] = await on.execute<{ waiting: number }>(sql`
    select count(*)::int as waiting from (
      select from (
        -- Several reports of one subject are one entry of the queue.
        select from reports where resolved_at is null
          group by comment_id, paper_id, user_id, collection_id
      ) reported
      union all select from appeals where replied_at is null
      union all select from author_claims where status = 'open'
      union all select from claim_contests where resolved_at is null
      union all select from submissions where status = 'waiting'
      union all select from organization_requests where decided_at is null
      limit ${most}) waits`);
  return row?.waiting ?? 0;
}
