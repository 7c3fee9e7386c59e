import { sql } from 'drizzle-orm';
import { bigint, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { moderationLog } from './moderation';
import { papers } from './papers';
import { timestamptz, users } from './people';

const paperId = () =>
  bigint('paper_id', { mode: 'number' })
    .notNull()
    .references(() => papers.id, { onDelete: 'cascade' });
const logId = () => bigint('log_id', { mode: 'number' }).references(() => moderationLog.id);

/**
 * A user's claim to be an author of a paper. The author position (paper_authors) changes only when
 * the claim is verified; a withdrawn claim is `released`.
 */
export const authorClaims = pgTable(
  'author_claims',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    paperId: paperId(),
    /**
     * As in paper_authors at the time of the claim; a new version may have moved the name since.
     */
    position: integer('position').notNull(),
    name: text('name').notNull(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    /** Visible to moderators only. */
    words: text('words').notNull().default(''),
    status: text('status', { enum: ['open', 'verified', 'refused', 'released'] })
      .notNull()
      .default('open'),
    createdAt: timestamptz('created_at').notNull().defaultNow(),
    decidedAt: timestamptz('decided_at'),
    /** Null: verified by evidence, without a moderator. */
    decidedBy: uuid('decided_by').references(() => users.id, { onDelete: 'set null' }),
    logId: logId(),
  },
  (t) => [
    uniqueIndex('author_claims_current_key')
      .on(t.userId, t.paperId)
      .where(sql`${t.status} in ('open', 'verified')`),
    index('author_claims_open_idx').on(t.createdAt).where(sql`${t.status} = 'open'`),
    index('author_claims_paper_id_idx').on(t.paperId),
    index('author_claims_user_id_idx').on(t.userId, t.createdAt),
  ],
);

/** A report that a confirmed author is not the right person. */
export const claimContests = pgTable(
  'claim_contests',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    paperId: paperId(),
    /** The contested author. */
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    contestedBy: uuid('contested_by').references(() => users.id, { onDelete: 'set null' }),
    words: text('words').notNull(),
    createdAt: timestamptz('created_at').notNull().defaultNow(),
    resolvedAt: timestamptz('resolved_at'),
    resolvedBy: uuid('resolved_by').references(() => users.id, { onDelete: 'set null' }),
    logId: logId(),
  },
  (t) => [
    uniqueIndex('claim_contests_open_key')
      .on(t.contestedBy, t.paperId, t.userId)
      .where(sql`${t.resolvedAt} is null`),
    index('claim_contests_open_idx').on(t.createdAt).where(sql`${t.resolvedAt} is null`),
    index('claim_contests_paper_id_idx').on(t.paperId),
  ],
);

/** Changes that users or moderators made to a paper. Public and permanent. */
export const paperCorrections = pgTable(
  'paper_corrections',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    paperId: paperId(),
    userId: uuid('user_id').references(() => users.id, { onDelete: 'set null' }),
    field: text('field', {
      enum: ['title', 'abstract', 'summary', 'code', 'project', 'organization', 'picture'],
    }).notNull(),
    /** The user's relation to the paper; `administrator` of the organization it named. */
    role: text('role', { enum: ['author', 'submitter', 'administrator'] })
      .notNull()
      .default('author'),
    /** The text, address, organization slug or picture name; null for no value. */
    before: text('before'),
    after: text('after'),
    /** The previous author of the summary, as in papers.summary_by. */
    beforeBy: text('before_by'),
    /** Set if a moderator restored an earlier value. */
    logId: logId(),
    createdAt: timestamptz('created_at').notNull().defaultNow(),
  },
  (t) => [
    index('paper_corrections_paper_id_idx').on(t.paperId, t.id),
    index('paper_corrections_user_id_idx').on(t.userId, t.createdAt),
    index('paper_corrections_picture_idx').on(t.before).where(sql`${t.field} = 'picture'`),
  ],
);
