import { bigint, index, integer, jsonb, pgTable, smallint, text, uuid } from 'drizzle-orm/pg-core';
import { papers } from './papers';
import { timestamptz, users } from './people';

/** The public moderation log: act, subject, reason. Entries are never changed or deleted. */
export const moderationLog = pgTable(
  'moderation_log',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    /** Null: a scheduled job or an operator command. */
    actorId: uuid('actor_id').references(() => users.id, { onDelete: 'set null' }),
    action: text('action').notNull(),
    reason: text('reason').notNull(),
    /** The affected user. */
    userId: uuid('user_id').references(() => users.id, { onDelete: 'set null' }),
    paperId: bigint('paper_id', { mode: 'number' }).references(() => papers.id, {
      onDelete: 'set null',
    }),
    /** Facts to display, such as a number of votes; never an address or a network. */
    details: jsonb('details').$type<Record<string, string | number>>().notNull().default({}),
    createdAt: timestamptz('created_at').notNull().defaultNow(),
  },
  (t) => [
    index('moderation_log_created_at_idx').on(t.createdAt),
    index('moderation_log_user_id_idx').on(t.userId),
    index('moderation_log_paper_id_idx').on(t.paperId),
  ],
);

/** Voting patterns that a moderator examined and dismissed. Not public. */
export const dismissedPatterns = pgTable('dismissed_patterns', {
  /** A hash of the kind of pattern and its users (lib/moderation/patterns). */
  key: text('key').primaryKey(),
  /** Votes in it when dismissed; it reappears with twice as many. */
  votes: integer('votes').notNull(),
  actorId: uuid('actor_id').references(() => users.id, { onDelete: 'set null' }),
  reason: text('reason').notNull(),
  createdAt: timestamptz('created_at').notNull().defaultNow(),
});

/** Findings of the latest hourly run of the pattern job; one row. Not public. */
export const patternLooks = pgTable('pattern_looks', {
  id: smallint('id').primaryKey().default(1),
  at: timestamptz('at').notNull().defaultNow(),
  /** Patterns with their latest votes; names are looked up when displayed. */
  findings: jsonb('findings').$type<StoredFinding[]>().notNull(),
});

export type StoredFinding = {
  kind: 'network' | 'focus' | 'mutual' | 'mailbox' | 'crowd' | 'newcomers';
  key: string;
  subject: string | null;
  /** All votes of the pattern. */
  count: number;
  votes: { paperId: number; userId: string }[];
};
