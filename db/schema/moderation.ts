import { bigint, index, integer, jsonb, pgTable, smallint, text, uuid } from 'drizzle-orm/pg-core';
import { papers } from './papers';
import { timestamptz, users } from './people';

/** What was done, to whom, why. Public; entries are never changed or taken out. */
export const moderationLog = pgTable(
  'moderation_log',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    /** Null: a job or a command of the operator. */
    actorId: uuid('actor_id').references(() => users.id, { onDelete: 'set null' }),
    action: text('action').notNull(),
    reason: text('reason').notNull(),
    /** The reader concerned. */
    userId: uuid('user_id').references(() => users.id, { onDelete: 'set null' }),
    paperId: bigint('paper_id', { mode: 'number' }).references(() => papers.id, {
      onDelete: 'set null',
    }),
    /** Facts to print, such as how many votes; never an address or a network. */
    details: jsonb('details').$type<Record<string, string | number>>().notNull().default({}),
    createdAt: timestamptz('created_at').notNull().defaultNow(),
  },
  (t) => [
    index('moderation_log_created_at_idx').on(t.createdAt),
    index('moderation_log_user_id_idx').on(t.userId),
    index('moderation_log_paper_id_idx').on(t.paperId),
  ],
);

/** Patterns of votes that a moderator looked at and found nothing wrong with. Not public. */
export const dismissedPatterns = pgTable('dismissed_patterns', {
  /** A hash of the kind of pattern and its readers (lib/moderation/patterns). */
  key: text('key').primaryKey(),
  /** Votes in it when it was dismissed: with twice as many it is shown again. */
  votes: integer('votes').notNull(),
  actorId: uuid('actor_id').references(() => users.id, { onDelete: 'set null' }),
  reason: text('reason').notNull(),
  createdAt: timestamptz('created_at').notNull().defaultNow(),
});

/** What the latest look at the votes found, by an hourly job; one row. Not public. */
export const patternLooks = pgTable('pattern_looks', {
  id: smallint('id').primaryKey().default(1),
  at: timestamptz('at').notNull().defaultNow(),
  /** Patterns with their latest votes; names are looked up when they are shown. */
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
