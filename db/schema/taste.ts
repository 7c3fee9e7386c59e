import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import type { Setting, StoredInterest } from '@/lib/taste/types';
import { papers } from './papers';
import { timestamptz, users } from './people';

/** A user's interests as a model (lib/taste), used for that user's pages only. */
export const tastes = pgTable(
  'tastes',
  {
    userId: uuid('user_id')
      .primaryKey()
      .references(() => users.id, { onDelete: 'cascade' }),
    /** Deleted by the user: nothing is learned until it is turned on again. */
    off: boolean('off').notNull().default(false),
    /** Learned from this user's likes. */
    interests: jsonb('interests').$type<StoredInterest[]>().notNull().default([]),
    /** From a model that the user uploaded. */
    brought: jsonb('brought').$type<StoredInterest[]>().notNull().default([]),
    /** Weights set by the user. */
    settings: jsonb('settings').$type<Setting[]>().notNull().default([]),
    /** Number of liked papers it was learned from. */
    likes: integer('likes').notNull().default(0),
    learnedAt: timestamptz('learned_at'),
    /** SHA-256 of the private feed's token, in hex; null without a feed. */
    tokenHash: text('token_hash'),
    feedSince: timestamptz('feed_since'),
  },
  (t) => [
    uniqueIndex('tastes_token_hash_key').on(t.tokenHash).where(sql`${t.tokenHash} is not null`),
    check('tastes_feed', sql`(${t.tokenHash} is null) = (${t.feedSince} is null)`),
  ],
);

/** Papers a user started from, marked as not interesting, or has seen in For you. */
export const tasteMarks = pgTable(
  'taste_marks',
  {
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    paperId: bigint('paper_id', { mode: 'number' })
      .notNull()
      .references(() => papers.id, { onDelete: 'cascade' }),
    kind: text('kind', { enum: ['liked', 'disliked', 'seen'] }).notNull(),
    createdAt: timestamptz('created_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ name: 'taste_marks_pkey', columns: [t.userId, t.paperId] }),
    index('taste_marks_paper_id_idx').on(t.paperId),
    check('taste_marks_kind', sql`${t.kind} in ('liked', 'disliked', 'seen')`),
  ],
);
