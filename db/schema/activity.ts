import { sql } from 'drizzle-orm';
import {
  bigint,
  check,
  doublePrecision,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { moderationLog } from './moderation';
import { papers } from './papers';
import { timestamptz, users } from './people';
import { pictures } from './pictures';

export const upvotes = pgTable(
  'upvotes',
  {
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    paperId: bigint('paper_id', { mode: 'number' })
      .notNull()
      .references(() => papers.id, { onDelete: 'cascade' }),
    weight: doublePrecision('weight').notNull().default(1),
    /** The place on Trending where it was cast, from 1; on New, from -1 down; null elsewhere. */
    place: smallint('place'),
    /** Views that it brings along, by its weight, because it was cast elsewhere; null on a list. */
    brings: doublePrecision('brings'),
    /** Keyed hash of the voter's /24 or /64, for moderators' evidence; forgotten after 30 days. */
    network: text('network'),
    createdAt: timestamptz('created_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ name: 'upvotes_pkey', columns: [t.userId, t.paperId] }),
    index('upvotes_paper_id_idx').on(t.paperId, t.createdAt),
    index('upvotes_created_at_idx').on(t.createdAt),
    // What one reader upvoted lately, or in a week.
    index('upvotes_user_id_created_at_idx').on(t.userId, t.createdAt, t.paperId),
    index('upvotes_young_idx').on(t.userId).where(sql`${t.weight} < 1`),
    index('upvotes_network_idx').on(t.network, t.createdAt).where(sql`${t.network} is not null`),
    // 0: of the paper's submitter or an author.
    check('upvotes_weight_finite', sql`${t.weight} >= 0 and ${t.weight} < 'infinity'`),
  ],
);

/** Upvotes that a moderator took out of counts and scores; taking one back and voting again is no way around. */
export const excludedVotes = pgTable(
  'excluded_votes',
  {
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    paperId: bigint('paper_id', { mode: 'number' })
      .notNull()
      .references(() => papers.id, { onDelete: 'cascade' }),
    logId: bigint('log_id', { mode: 'number' })
      .notNull()
      .references(() => moderationLog.id),
    createdAt: timestamptz('created_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ name: 'excluded_votes_pkey', columns: [t.paperId, t.userId] }),
    index('excluded_votes_user_id_idx').on(t.userId),
  ],
);

export const comments = pgTable(
  'comments',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    paperId: bigint('paper_id', { mode: 'number' })
      .notNull()
      .references(() => papers.id, { onDelete: 'cascade' }),
    parentId: bigint('parent_id', { mode: 'number' }),
    /** The top-level comment of its thread: itself, for that one. A trigger sets it. */
    rootId: bigint('root_id', { mode: 'number' }).notNull().default(0),
    userId: uuid('user_id').references(() => users.id, { onDelete: 'set null' }),
    /** What a top-level comment is; null: just a comment. */
    kind: text('kind', { enum: ['question', 'error', 'replication', 'review'] }),
    /** The paper's version when it was written, where one was known. A trigger sets it. */
    paperVersion: integer('paper_version'),
    /** Questions and possible errors only. */
    settledAt: timestamptz('settled_at'),
    settledBy: uuid('settled_by').references(() => users.id, { onDelete: 'set null' }),
    upvoteCount: integer('upvote_count').notNull().default(0),
    /** Breaks ties of "best" by chance, not by the hour of posting. */
    shuffle: doublePrecision('shuffle').notNull().default(sql`random()`),
    /** Chosen by the writer's form, so that a post sent twice is one comment. */
    clientKey: uuid('client_key'),
    markdown: text('markdown').notNull(),
    html: text('html').notNull(),
    renderer: integer('renderer').notNull(),
    createdAt: timestamptz('created_at').notNull().defaultNow(),
    editedAt: timestamptz('edited_at'),
    deletedAt: timestamptz('deleted_at'),
    hiddenAt: timestamptz('hidden_at'),
    /** The entry of the ban that hid it, with which it comes back; null: hidden by an act of its own. */
    hiddenByBan: bigint('hidden_by_ban', { mode: 'number' }).references(() => moderationLog.id),
  },
  (t) => [
    foreignKey({ name: 'comments_parent_id_fkey', columns: [t.parentId], foreignColumns: [t.id] }),
    index('comments_paper_id_idx').on(t.paperId, t.createdAt),
    index('comments_root_id_idx').on(t.rootId, t.createdAt),
    index('comments_best_idx')
      .on(t.paperId, t.upvoteCount.desc().nullsFirst(), t.shuffle, t.id)
      .where(sql`${t.parentId} is null`),
    index('comments_user_id_idx').on(t.userId, t.createdAt),
    index('comments_created_at_idx')
      .on(t.createdAt, t.paperId)
      .where(sql`${t.deletedAt} is null and ${t.hiddenAt} is null`),
    uniqueIndex('comments_client_key_key').on(t.userId, t.clientKey),
    check('comments_kind_of_thread', sql`${t.kind} is null or ${t.parentId} is null`),
    check(
      'comments_settled_kind',
      sql`${t.settledAt} is null or ${t.kind} in ('question', 'error')`,
    ),
  ],
);

const commentId = () =>
  bigint('comment_id', { mode: 'number' })
    .notNull()
    .references(() => comments.id, { onDelete: 'cascade' });

export const commentUpvotes = pgTable(
  'comment_upvotes',
  {
    commentId: commentId(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    createdAt: timestamptz('created_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ name: 'comment_upvotes_pkey', columns: [t.commentId, t.userId] }),
    index('comment_upvotes_user_id_idx').on(t.userId),
  ],
);

export const commentReactions = pgTable(
  'comment_reactions',
  {
    commentId: commentId(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    /** A name of lib/comments/reactions. */
    reaction: text('reaction').notNull(),
    createdAt: timestamptz('created_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ name: 'comment_reactions_pkey', columns: [t.commentId, t.userId, t.reaction] }),
    index('comment_reactions_user_id_idx').on(t.userId),
  ],
);

export const commentRevisions = pgTable(
  'comment_revisions',
  {
    commentId: bigint('comment_id', { mode: 'number' })
      .notNull()
      .references(() => comments.id, { onDelete: 'cascade' }),
    revision: integer('revision').notNull(),
    markdown: text('markdown').notNull(),
    createdAt: timestamptz('created_at').notNull().defaultNow(),
  },
  (t) => [primaryKey({ name: 'comment_revisions_pkey', columns: [t.commentId, t.revision] })],
);

/** A submission on its way: being written, or waiting; those that waited are kept as a record. */
export const submissions = pgTable(
  'submissions',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    source: text('source').notNull(),
    externalId: text('external_id').notNull(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    /** `draft`: not sent off; `pending`: for its source; `waiting`: for a moderator. */
    status: text('status', { enum: ['draft', 'pending', 'waiting', 'done', 'refused'] })
      .notNull()
      .default('pending'),
    /** What the source told and the reader typed (lib/submissions/schema). */
    details: jsonb('details').$type<Record<string, unknown>>().notNull().default({}),
    picture: text('picture').references(() => pictures.hash),
    /** A code of lib/base/errors, when refused. */
    reason: text('reason'),
    /** Why a moderator refused it. */
    words: text('words'),
    paperId: bigint('paper_id', { mode: 'number' }).references(() => papers.id, {
      onDelete: 'set null',
    }),
    createdAt: timestamptz('created_at').notNull().defaultNow(),
    finishedAt: timestamptz('finished_at'),
  },
  (t) => [
    uniqueIndex('submissions_user_source_external_id_key').on(t.userId, t.source, t.externalId),
    index('submissions_status_idx').on(t.status, t.createdAt),
  ],
);
