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
    /** Position on Trending where it was cast, from 1; on New, from -1 down; null elsewhere. */
    place: smallint('place'),
    /** Views credited to a vote cast outside of the lists, by its weight; null for a list vote. */
    brings: doublePrecision('brings'),
    /** Keyed hash of the voter's /24 or /64, as evidence for moderators; deleted after 30 days. */
    network: text('network'),
    createdAt: timestamptz('created_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ name: 'upvotes_pkey', columns: [t.userId, t.paperId] }),
    index('upvotes_paper_id_idx').on(t.paperId, t.createdAt),
    index('upvotes_created_at_idx').on(t.createdAt),
    // A user's latest upvotes, or those of a week.
    index('upvotes_user_id_created_at_idx').on(t.userId, t.createdAt, t.paperId),
    index('upvotes_young_idx').on(t.userId).where(sql`${t.weight} < 1`),
    index('upvotes_network_idx').on(t.network, t.createdAt).where(sql`${t.network} is not null`),
    // 0: by the paper's submitter or an author.
    check('upvotes_weight_finite', sql`${t.weight} >= 0 and ${t.weight} < 'infinity'`),
  ],
);

/** Upvotes that a moderator excluded from counts and scores; voting again does not undo it. */
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
    /** The top-level comment of its thread, which refers to itself. Set by a trigger. */
    rootId: bigint('root_id', { mode: 'number' }).notNull().default(0),
    userId: uuid('user_id').references(() => users.id, { onDelete: 'set null' }),
    /** Kind of a top-level comment; null for a plain comment. */
    kind: text('kind', { enum: ['question', 'error', 'replication', 'review'] }),
    /** The paper's version at the time of writing, if known. Set by a trigger. */
    paperVersion: integer('paper_version'),
    /** Questions and possible errors only. */
    settledAt: timestamptz('settled_at'),
    settledBy: uuid('settled_by').references(() => users.id, { onDelete: 'set null' }),
    upvoteCount: integer('upvote_count').notNull().default(0),
    /** Breaks ties of "best" randomly, not by the time of posting. */
    shuffle: doublePrecision('shuffle').notNull().default(sql`random()`),
    /** Idempotency key chosen by the form, so that a post sent twice is one comment. */
    clientKey: uuid('client_key'),
    markdown: text('markdown').notNull(),
    html: text('html').notNull(),
    renderer: integer('renderer').notNull(),
    createdAt: timestamptz('created_at').notNull().defaultNow(),
    editedAt: timestamptz('edited_at'),
    deletedAt: timestamptz('deleted_at'),
    hiddenAt: timestamptz('hidden_at'),
    /**
     * Log entry of the ban that hid it and with which it reappears; null if hidden individually.
     */
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
    /** A name from lib/comments/reactions. */
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

/** A submission in progress: a draft or pending; those that were held are kept as a record. */
export const submissions = pgTable(
  'submissions',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    source: text('source').notNull(),
    externalId: text('external_id').notNull(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    /** `draft`: not sent; `pending`: waits for its source; `waiting`: waits for a moderator. */
    status: text('status', { enum: ['draft', 'pending', 'waiting', 'done', 'refused'] })
      .notNull()
      .default('pending'),
    /** Data from the source and typed by the user (lib/submissions/schema). */
    details: jsonb('details').$type<Record<string, unknown>>().notNull().default({}),
    picture: text('picture').references(() => pictures.hash),
    /** A code of lib/base/errors, if refused. */
    reason: text('reason'),
    /** The moderator's reason for refusing it. */
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
