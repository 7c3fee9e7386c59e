import { sql } from 'drizzle-orm';
import {
  customType,
  doublePrecision,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core';
import { timestamptz } from './people';

const xid8 = customType<{ data: string }>({ dataType: () => 'xid8' });

/** Outgoing email until delivered; the content is encrypted, because sign-in links are secrets. */
export const mails = pgTable(
  'mails',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    sealed: text('sealed').notNull(),
    status: text('status', { enum: ['queued', 'sending', 'sent', 'failed'] })
      .notNull()
      .default('queued'),
    createdAt: timestamptz('created_at').notNull().defaultNow(),
    finishedAt: timestamptz('finished_at'),
  },
  (t) => [index('mails_created_at_idx').on(t.createdAt)],
);

/** One token bucket per key; keys are hashed, so no address is stored. */
export const rateLimits = pgTable(
  'rate_limits',
  {
    key: text('key').primaryKey(),
    tokens: doublePrecision('tokens').notNull(),
    updatedAt: timestamptz('updated_at').notNull(),
  },
  (t) => [index('rate_limits_updated_at_idx').on(t.updatedAt)],
);

/**
 * Counters of an hour's views per network, and per network and paper, which all instances share.
 * A slot is a hash under a secret and the hour, so that it leads to no address. Deleted after two
 * hours.
 */
export const viewSlots = pgTable(
  'view_slots',
  {
    hour: timestamptz('hour').notNull(),
    slot: integer('slot').notNull(),
    views: integer('views').notNull(),
  },
  (t) => [primaryKey({ name: 'view_slots_pkey', columns: [t.hour, t.slot] })],
);

/**
 * What ended stored pages: cache tags by the transaction that changed what they show. Written by
 * `publishInvalidation` and, for counts, by triggers on papers and comments; read by every instance
 * (db/queries/page-changes.ts). Rows are deleted after some days.
 */
export const pageChanges = pgTable(
  'page_changes',
  {
    /** The top-level transaction (xid8), so that a reader knows which ones it may still miss. */
    transaction: xid8('transaction').notNull().default(sql`pg_current_xact_id()`),
    tag: text('tag').notNull(),
    at: timestamptz('at').notNull().defaultNow(),
  },
  (t) => [primaryKey({ name: 'page_changes_pkey', columns: [t.transaction, t.tag] })],
);

/** Persistent state of this site, such as the backoff of a source. */
export const sourceStates = pgTable('source_states', {
  source: text('source').primaryKey(),
  failures: integer('failures').notNull().default(0),
  nextAllowedAt: timestamptz('next_allowed_at').notNull().defaultNow(),
});
