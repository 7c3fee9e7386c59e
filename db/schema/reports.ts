import { sql } from 'drizzle-orm';
import { bigint, check, index, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { comments } from './activity';
import { collections } from './collections';
import { moderationLog } from './moderation';
import { papers } from './papers';
import { timestamptz, users } from './people';

/** User reports. Exactly one subject; one open report per user and subject. */
export const reports = pgTable(
  'reports',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    reporterId: uuid('reporter_id').references(() => users.id, { onDelete: 'set null' }),
    commentId: bigint('comment_id', { mode: 'number' }).references(() => comments.id, {
      onDelete: 'cascade',
    }),
    paperId: bigint('paper_id', { mode: 'number' }).references(() => papers.id, {
      onDelete: 'cascade',
    }),
    userId: uuid('user_id').references(() => users.id, { onDelete: 'cascade' }),
    collectionId: bigint('collection_id', { mode: 'number' }).references(() => collections.id, {
      onDelete: 'cascade',
    }),
    reason: text('reason', {
      enum: ['spam', 'abuse', 'off_topic', 'wrong', 'rights', 'other'],
    }).notNull(),
    words: text('words').notNull().default(''),
    createdAt: timestamptz('created_at').notNull().defaultNow(),
    resolvedAt: timestamptz('resolved_at'),
    resolvedBy: uuid('resolved_by').references(() => users.id, { onDelete: 'set null' }),
    /** The resulting moderation act, or why none was needed. */
    logId: bigint('log_id', { mode: 'number' }).references(() => moderationLog.id),
  },
  (t) => [
    unique('reports_comment_key').on(t.reporterId, t.commentId),
    unique('reports_paper_key').on(t.reporterId, t.paperId),
    unique('reports_user_key').on(t.reporterId, t.userId),
    unique('reports_collection_key').on(t.reporterId, t.collectionId),
    index('reports_open_idx').on(t.createdAt).where(sql`${t.resolvedAt} is null`),
    check(
      'reports_one_subject',
      sql`num_nonnulls(${t.commentId}, ${t.paperId}, ${t.userId}, ${t.collectionId}) = 1`,
    ),
  ],
);

/**
 * An affected user's appeal against a log entry, one per user, and the moderators' reply. An act
 * may affect several users, such as those whose votes were excluded.
 */
export const appeals = pgTable(
  'appeals',
  {
    logId: bigint('log_id', { mode: 'number' })
      .notNull()
      .references(() => moderationLog.id),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    words: text('words').notNull(),
    createdAt: timestamptz('created_at').notNull().defaultNow(),
    reply: text('reply'),
    repliedBy: uuid('replied_by').references(() => users.id, { onDelete: 'set null' }),
    repliedAt: timestamptz('replied_at'),
  },
  (t) => [
    primaryKey({ name: 'appeals_pkey', columns: [t.logId, t.userId] }),
    index('appeals_user_id_idx').on(t.userId),
    index('appeals_open_idx').on(t.createdAt).where(sql`${t.repliedAt} is null`),
    check('appeals_replied', sql`(${t.repliedAt} is null) = (${t.reply} is null)`),
  ],
);
