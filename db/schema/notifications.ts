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
import { comments } from './activity';
import { moderationLog } from './moderation';
import { papers } from './papers';
import { timestamptz, users } from './people';

export const NOTIFICATION_KINDS = [
  'reply',
  'mention',
  'paper_comment',
  'settled',
  'moderation',
] as const;

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
    kind: text('kind', { enum: NOTIFICATION_KINDS }).notNull(),
    actorId: uuid('actor_id').references(() => users.id, { onDelete: 'set null' }),
    paperId: bigint('paper_id', { mode: 'number' }).references(() => papers.id, {
      onDelete: 'cascade',
    }),
    commentId: bigint('comment_id', { mode: 'number' }).references(() => comments.id, {
      onDelete: 'cascade',
    }),
    logId: bigint('log_id', { mode: 'number' }).references(() => moderationLog.id),
    createdAt: timestamptz('created_at').notNull().defaultNow(),
    readAt: timestamptz('read_at'),
    /** Null: mail about it is still to go, unless the reader wants none. */
    mailedAt: timestamptz('mailed_at'),
  },
  (t) => [
    unique('notifications_cause_key').on(t.userId, t.commentId, t.logId).nullsNotDistinct(),
    index('notifications_user_id_idx').on(t.userId, t.createdAt.desc().nullsFirst()),
    index('notifications_unread_idx').on(t.userId).where(sql`${t.readAt} is null`),
    index('notifications_unmailed_idx').on(t.createdAt).where(sql`${t.mailedAt} is null`),
  ],
);

/** Where a reader departs from the defaults of lib/notifications. */
export const notificationSettings = pgTable(
  'notification_settings',
  {
    userId: userId(),
    kind: text('kind', { enum: NOTIFICATION_KINDS }).notNull(),
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
