import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  index,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import type { NotificationKind } from '@/lib/notify/types';
import { comments } from './activity';
import { moderationLog } from './moderation';
import { papers } from './papers';
import { timestamptz, users } from './people';

const userId = () =>
  uuid('user_id')
    .notNull()
    .references(() => users.id, { onDelete: 'cascade' });

/** A user's notifications, one per cause. */
export const notifications = pgTable(
  'notifications',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    userId: userId(),
    kind: text('kind').$type<NotificationKind>().notNull(),
    /** What triggered it, for deduplication: `comment:17`, `log:4`. */
    cause: text('cause').notNull(),
    actorId: uuid('actor_id').references(() => users.id, { onDelete: 'set null' }),
    paperId: bigint('paper_id', { mode: 'number' }).references(() => papers.id, {
      onDelete: 'cascade',
    }),
    commentId: bigint('comment_id', { mode: 'number' }).references(() => comments.id, {
      onDelete: 'cascade',
    }),
    logId: bigint('log_id', { mode: 'number' }).references(() => moderationLog.id),
    /** Parameter of the kind's message (lib/notify/kinds). */
    detail: text('detail'),
    /** False for users who get this kind by email only. */
    onSite: boolean('on_site').notNull().default(true),
    /** Due for an email, unless it is read first. */
    mailPending: boolean('mail_pending').notNull().default(false),
    createdAt: timestamptz('created_at').notNull().defaultNow(),
    readAt: timestamptz('read_at'),
    mailedAt: timestamptz('mailed_at'),
  },
  (t) => [
    unique('notifications_user_id_cause_key').on(t.userId, t.cause),
    index('notifications_user_id_idx').on(t.userId, t.createdAt.desc().nullsFirst()),
    index('notifications_unread_idx').on(t.userId).where(sql`${t.readAt} is null and ${t.onSite}`),
    index('notifications_mail_pending_idx').on(t.userId, t.createdAt).where(sql`${t.mailPending}`),
    index('notifications_mailed_at_idx')
      .on(t.userId, t.mailedAt)
      .where(sql`${t.mailedAt} is not null`),
    // For deletions of accounts and comments.
    index('notifications_comment_id_idx').on(t.commentId),
    index('notifications_actor_id_idx').on(t.actorId),
  ],
);

/** A user's deviations from the defaults of lib/notifications. */
export const notificationSettings = pgTable(
  'notification_settings',
  {
    userId: userId(),
    kind: text('kind').$type<NotificationKind>().notNull(),
    onSite: boolean('on_site').notNull(),
    byMail: boolean('by_mail').notNull(),
  },
  (t) => [primaryKey({ name: 'notification_settings_pkey', columns: [t.userId, t.kind] })],
);

/** Papers whose discussion a user follows; `muted` also mutes the user's own papers. */
export const paperWatches = pgTable(
  'paper_watches',
  {
    userId: userId(),
    paperId: bigint('paper_id', { mode: 'number' })
      .notNull()
      .references(() => papers.id, { onDelete: 'cascade' }),
    muted: boolean('muted').notNull().default(false),
    createdAt: timestamptz('created_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ name: 'paper_watches_pkey', columns: [t.userId, t.paperId] }),
    index('paper_watches_paper_id_idx').on(t.paperId),
  ],
);
