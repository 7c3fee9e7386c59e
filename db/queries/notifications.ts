import { sql } from 'drizzle-orm';
import type { NotificationKind } from '@/lib/notify/types';
import type { Executor, Transaction } from '../client';

export type NewNotification = {
  kind: NotificationKind;
  cause: string;
  readers: string[];
  actorId: string | null;
  paperId: number | null;
  commentId: number | null;
  logId: number | null;
  detail: string | null;
};

type Terms = { onSite: boolean; byMail: boolean; evenBanned: boolean };

/**
 * Notifies users of one cause, each by their settings; skips those already notified of it. Returns
 * the ids of those to email.
 */
export async function insertNotifications(
  tx: Transaction,
  notification: NewNotification,
  { onSite, byMail, evenBanned }: Terms,
): Promise<string[]> {
  const rows = await tx.execute<{ user_id: string; mail_pending: boolean }>(sql`
    insert into notifications (user_id, kind, cause, actor_id, paper_id, comment_id, log_id, detail,
      on_site, mail_pending)
    select u.id, ${notification.kind}::text, ${notification.cause}::text, ${notification.actorId}::uuid,
      ${notification.paperId}::bigint, ${notification.commentId}::bigint, ${notification.logId}::bigint,
      ${notification.detail}::text, w.on_site, w.by_mail
    from users u
    left join notification_settings s on s.user_id = u.id and s.kind = ${notification.kind}
    cross join lateral (select coalesce(s.on_site, ${onSite}) as on_site,
      coalesce(s.by_mail, ${byMail}) and u.email is not null and u.email_verified is not null
        and not u.is_demo as by_mail) w
    where u.id = any(${sql.param(notification.readers)}::uuid[]) and u.id is distinct from ${notification.actorId}::uuid
      and u.handle is not null and (w.on_site or w.by_mail)
      and (${evenBanned} or u.banned_at is null or u.banned_until <= now())
    order by u.id
    on conflict (user_id, cause) do nothing
    returning user_id, mail_pending`);
  return rows.filter((row) => row.mail_pending).map((row) => row.user_id);
}

/** Returns which of these users, in order, have not been notified of a cause. */
export async function listUnnotified(
  on: Executor,
  cause: string,
  ids: string[],
): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await on.execute<{ id: string }>(sql`
    select user_id as id from notifications
    where cause = ${cause} and user_id = any(${sql.param(ids)}::uuid[])`);
  const notification = new Set(rows.map(({ id }) => id));
  return ids.filter((id) => !notification.has(id));
}

/** Returns what limits how many users a comment may mention. */
export async function getWriter(on: Executor, id: string) {
  const [row] = await on.execute<{ createdAt: string; limitedUntil: string | null }>(sql`
    select to_json(created_at)#>>'{}' as "createdAt", to_json(limited_until)#>>'{}' as "limitedUntil"
    from users where id = ${id}::uuid`);
  if (!row) return null;
  const { createdAt, limitedUntil } = row;
  return {
    id,
    createdAt: new Date(createdAt),
    limitedUntil: limitedUntil ? new Date(limitedUntil) : null,
  };
}

/** Users affected by a comment on this paper: its authors, its submitter, and its followers. */
export async function listPaperAudience(on: Executor, paperId: number): Promise<string[]> {
  const rows = await on.execute<{ id: string }>(sql`
    select id from (
      select user_id as id from paper_authors
        where paper_id = ${paperId} and user_id is not null and claim_status = 'verified'
      union select submitted_by from papers where id = ${paperId} and submitted_by is not null
      union select user_id from paper_watches where paper_id = ${paperId} and not muted
    ) concerned
    where not exists (select from paper_watches w
      where w.paper_id = ${paperId} and w.user_id = concerned.id and w.muted)`);
  return rows.map((row) => row.id);
}

/** Resolves these handles: lower-case handle and user id. */
export async function listReadersByHandle(
  on: Executor,
  handles: string[],
): Promise<{ id: string; handle: string }[]> {
  if (handles.length === 0) return [];
  const rows = await on.execute<{ id: string; handle: string }>(sql`
    select id, lower(handle) as handle from users
    where lower(handle) = any(${sql.param(handles)}::text[])`);
  return [...rows];
}

/**
 * Skips subjects hidden, deleted or removed since, except in moderation acts, which concern just
 * that.
 */
const shows = sql`(n.log_id is not null
  or (n.comment_id is null or (c.deleted_at is null and c.hidden_at is null))
    and (p.id is null or p.removed_at is null))`;

const joined = sql`notifications n
  left join comments c on c.id = n.comment_id
  left join papers p on p.id = coalesce(c.paper_id, n.paper_id)`;

export type NotificationRow = {
  id: number;
  kind: NotificationKind;
  detail: string | null;
  at: Date;
  unread: boolean;
  actor: string | null;
  commentId: number | null;
  logId: number | null;
  /** The moderators' reason. */
  reason: string | null;
  /** The beginning of the comment, as Markdown. */
  begins: string | null;
  slug: string | null;
  title: string | null;
  /** The comment, if it is visible, that a moderation act concerns. */
  shownComment: number | null;
  collectionKey: string | null;
  organization: string | null;
};

const columns = sql`n.id::double precision as id, n.kind, n.detail, n.created_at as at,
  n.read_at is null as unread, u.handle as actor, n.comment_id::double precision as "commentId",
  n.log_id::double precision as "logId", l.reason,
  case when n.log_id is null then left(c.markdown, 400) end as begins,
  case when p.removed_at is null then p.slug end as slug, p.title,
  (l.details->>'comment')::double precision as "shownComment", l.details->>'slug' as organization,
  (select k.key from collections k where k.id = (l.details->>'collection')::bigint)
    as "collectionKey"`;

const notification = sql`${joined} left join users u on u.id = n.actor_id
  left join moderation_log l on l.id = n.log_id`;

/** A row for an email, with the comment rendered. */
export type MailRow = NotificationRow & { html: string | null };

/** A user's notifications on the site, newest first; `before` is an id. */
export async function listNotifications(
  on: Executor,
  userId: string,
  { before, limit }: { before: number | null; limit: number },
): Promise<NotificationRow[]> {
  const rows = await on.execute<NotificationRow>(sql`
    select ${columns} from ${notification}
    where n.user_id = ${userId}::uuid and n.on_site and ${shows}
      and (${before}::bigint is null or n.id < ${before}::bigint)
    order by n.id desc limit ${limit}`);
  return rows.map((row) => ({ ...row, at: new Date(row.at) }));
}

/** Counts unread notifications on the site, up to `most`. */
export async function countUnread(on: Executor, userId: string, most: number): Promise<number> {
  const [row] = await on.execute<{ unread: number }>(sql`
    select count(*)::int as unread from (
      select from ${joined}
      where n.user_id = ${userId}::uuid and n.on_site and n.read_at is null and ${shows}
      limit ${most}) unread`);
  return row?.unread ?? 0;
}

/**
 * Marks one notification, or all up to and including `upTo`, as read; they are not emailed then.
 */
export async function markRead(
  on: Executor,
  userId: string,
  which: { id: number } | { upTo: number },
): Promise<void> {
  const chosen = 'id' in which ? sql`id = ${which.id}` : sql`id <= ${which.upTo}`;
  await on.execute(sql`
    update notifications set read_at = coalesce(read_at, now()), mail_pending = false
    where user_id = ${userId}::uuid and ${chosen} and (read_at is null or mail_pending)`);
}

/** Returns the user's address and the time of the last notification email; locks the user. */
export async function mailState(
  on: Executor,
  userId: string,
): Promise<{ email: string | null; lastAt: Date | null }> {
  const [row] = await on.execute<{ email: string | null; lastAt: string | null }>(sql`
    select case when u.email_verified is not null then u.email end as email,
      (select max(mailed_at) from notifications n where n.user_id = u.id and mailed_at is not null) as "lastAt"
    from users u where u.id = ${userId}::uuid for update`);
  return { email: row?.email ?? null, lastAt: row?.lastAt ? new Date(row.lastAt) : null };
}

/**
 * Claims a user's notifications that are pending for email and returns those still to report: not
 * read, hidden or turned off since. Oldest first.
 */
export async function claimForMail(tx: Transaction, userId: string): Promise<MailRow[]> {
  const rows = await tx.execute<MailRow>(sql`
    with claimed as (
      update notifications set mail_pending = false
      where user_id = ${userId}::uuid and mail_pending returning id)
    select ${columns}, case when n.log_id is null then c.html end as html from ${notification}
    left join notification_settings s on s.user_id = n.user_id and s.kind = n.kind
    where n.id in (select id from claimed) and n.read_at is null
      and coalesce(s.by_mail, true) and ${shows}
    order by n.id`);
  if (rows.length > 0) {
    const ids = rows.map((row) => row.id);
    await tx.execute(sql`
      update notifications set mailed_at = now() where id = any(${sql.param(ids)}::bigint[])`);
  }
  return rows.map((row) => ({ ...row, at: new Date(row.at) }));
}

/** Users with notifications pending for more than `minutes`, which their own job has missed. */
export async function listMailOverdue(on: Executor, minutes: number): Promise<string[]> {
  const rows = await on.execute<{ id: string }>(sql`
    select distinct user_id as id from notifications
    where mail_pending and created_at < now() - ${minutes} * interval '1 minute'`);
  return rows.map((row) => row.id);
}
