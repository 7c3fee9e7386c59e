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

/** What a reader is told, once for each cause. */
export const notifications = pgTable(
  'notifications',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    userId: userId(),
    kind: text('kind').$type<NotificationKind>().notNull(),
    /** What it is about, so that nobody is told the same twice: `comment:17`, `log:4`. */
    cause: text('cause').notNull(),
    actorId: uuid('actor_id').references(() => users.id, { onDelete: 'set null' }),
    paperId: bigint('paper_id', { mode: 'number' }).references(() => papers.id, {
      onDelete: 'cascade',
    }),
    commentId: bigint('comment_id', { mode: 'number' }).references(() => comments.id, {
      onDelete: 'cascade',
    }),
    logId: bigint('log_id', { mode: 'number' }).references(() => moderationLog.id),
    /** A word for the kind's sentence (lib/notify/kinds). */
    detail: text('detail'),
    /** False for readers who want this kind by mail alone. */
    onSite: boolean('on_site').notNull().default(true),
    /** A mail is to tell of it, unless it is read before. */
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
    // What an account or a comment leaves behind when it goes.
    index('notifications_comment_id_idx').on(t.commentId),
    index('notifications_actor_id_idx').on(t.actorId),
  ],
);

/** Where a reader departs from the defaults of lib/notifications. */
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

/** Papers whose discussion a reader follows; `muted` also silences one's own papers. */
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
