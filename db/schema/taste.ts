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

/** What a reader likes to read, as a model (lib/taste): for that reader's own pages alone. */
export const tastes = pgTable(
  'tastes',
  {
    userId: uuid('user_id')
      .primaryKey()
      .references(() => users.id, { onDelete: 'cascade' }),
    /** Deleted by the reader: nothing is learned until it is turned on again. */
    off: boolean('off').notNull().default(false),
    /** Learned from this reader's likes. */
    interests: jsonb('interests').$type<StoredInterest[]>().notNull().default([]),
    /** Of a model that the reader brought from elsewhere. */
    brought: jsonb('brought').$type<StoredInterest[]>().notNull().default([]),
    /** What the reader has set by hand. */
    settings: jsonb('settings').$type<Setting[]>().notNull().default([]),
    /** Liked papers that it was learned from. */
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

/** Papers that a reader started from, finds not interesting, or has seen in For you. */
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
