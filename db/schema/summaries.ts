import { sql } from 'drizzle-orm';
import { bigint, check, date, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { papers } from './papers';
import { timestamptz } from './people';

/** Requests to the host's language model, one row per paper (lib/summaries). */
export const modelSummaries = pgTable(
  'model_summaries',
  {
    paperId: bigint('paper_id', { mode: 'number' })
      .notNull()
      .references(() => papers.id, { onDelete: 'cascade' }),
    model: text('model').notNull(),
    /** `written` to the paper, where an import or an author may have replaced it since. */
    outcome: text('outcome', { enum: ['written', 'rejected'] }).notNull(),
    tries: integer('tries').notNull().default(1),
    triedAt: timestamptz('tried_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ name: 'model_summaries_pkey', columns: [t.paperId, t.model] }),
    check('model_summaries_outcome', sql`${t.outcome} in ('written', 'rejected')`),
  ],
);

/** Requests to the host's language model per day (UTC), for its limits. */
export const summaryDays = pgTable('summary_days', {
  day: date('day', { mode: 'string' }).primaryKey(),
  requests: integer('requests').notNull().default(0),
  tokens: bigint('tokens', { mode: 'number' }).notNull().default(0),
});
