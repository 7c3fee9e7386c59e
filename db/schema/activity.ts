import { sql } from 'drizzle-orm';
import {
  bigint,
  check,
  doublePrecision,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { papers } from './papers';
import { timestamptz, users } from './people';

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
    createdAt: timestamptz('created_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ name: 'upvotes_pkey', columns: [t.userId, t.paperId] }),
    index('upvotes_paper_id_idx').on(t.paperId, t.createdAt),
    // A score is made of its logarithm.
    check('upvotes_weight_positive', sql`${t.weight} > 0 and ${t.weight} < 'infinity'`),
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
    userId: uuid('user_id').references(() => users.id, { onDelete: 'set null' }),
    /** Chosen by the writer's form, so that a post sent twice is one comment. */
    clientKey: uuid('client_key'),
    markdown: text('markdown').notNull(),
    html: text('html').notNull(),
    renderer: integer('renderer').notNull(),
    createdAt: timestamptz('created_at').notNull().defaultNow(),
    editedAt: timestamptz('edited_at'),
    deletedAt: timestamptz('deleted_at'),
    hiddenAt: timestamptz('hidden_at'),
  },
  (t) => [
    foreignKey({ name: 'comments_parent_id_fkey', columns: [t.parentId], foreignColumns: [t.id] }),
    index('comments_paper_id_idx').on(t.paperId, t.createdAt),
    index('comments_user_id_idx').on(t.userId, t.createdAt),
    uniqueIndex('comments_client_key_key').on(t.userId, t.clientKey),
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

/** A submission whose metadata could not be fetched yet; done ones are kept as a record. */
export const submissions = pgTable(
  'submissions',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    source: text('source').notNull(),
    externalId: text('external_id').notNull(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    status: text('status', { enum: ['pending', 'done', 'refused'] })
      .notNull()
      .default('pending'),
    /** A code of lib/errors, when refused. */
    reason: text('reason'),
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
