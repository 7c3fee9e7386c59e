import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { mails } from './operations';
import { papers } from './papers';
import { timestamptz, users } from './people';

/** A named search of a user. */
export const savedSearches = pgTable(
  'saved_searches',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
    /** The query string of the search page without the page: `q=diffusion&topic=cs.CV`. */
    query: text('query').notNull(),
    /** Whether its papers are marked in feeds. */
    highlight: boolean('highlight').notNull().default(true),
    createdAt: timestamptz('created_at').notNull().defaultNow(),
  },
  (t) => [uniqueIndex('saved_searches_user_id_name_key').on(t.userId, sql`lower(${t.name})`)],
);

/** Listed papers that match a saved search. Computed by a job, since searches do not run in SQL. */
export const savedSearchMatches = pgTable(
  'saved_search_matches',
  {
    searchId: bigint('search_id', { mode: 'number' })
      .notNull()
      .references(() => savedSearches.id, { onDelete: 'cascade' }),
    paperId: bigint('paper_id', { mode: 'number' })
      .notNull()
      .references(() => papers.id, { onDelete: 'cascade' }),
  },
  (t) => [
    primaryKey({ name: 'saved_search_matches_pkey', columns: [t.searchId, t.paperId] }),
    index('saved_search_matches_paper_id_idx').on(t.paperId),
  ],
);

/** A digest by email. It belongs to a user, or to an address without an account. */
export const subscriptions = pgTable(
  'subscriptions',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    userId: uuid('user_id').references(() => users.id, { onDelete: 'cascade' }),
    /** Set for subscriptions without an account; a user's own address may change. */
    email: text('email'),
    cadence: text('cadence', { enum: ['daily', 'weekly', 'monthly'] }).notNull(),
    /** Hour of the day in the time zone. */
    hour: smallint('hour').notNull(),
    timeZone: text('time_zone').notNull(),
    about: text('about', {
      enum: ['everything', 'topics', 'follows', 'search', 'for_you'],
    }).notNull(),
    topics: text('topics').array().notNull().default(sql`'{}'`),
    searchId: bigint('search_id', { mode: 'number' }).references(() => savedSearches.id, {
      onDelete: 'cascade',
    }),
    /** Null until the owner of the address has confirmed; nothing is emailed before. */
    confirmedAt: timestamptz('confirmed_at'),
    /** Set when the address was permanently rejected. */
    pausedAt: timestamptz('paused_at'),
    nextAt: timestamptz('next_at').notNull(),
    createdAt: timestamptz('created_at').notNull().defaultNow(),
  },
  (t) => [
    index('subscriptions_user_id_idx').on(t.userId),
    index('subscriptions_email_idx').on(t.email).where(sql`${t.email} is not null`),
    index('subscriptions_due_idx')
      .on(t.nextAt, t.id)
      .where(sql`${t.confirmedAt} is not null and ${t.pausedAt} is null`),
    check('subscriptions_one_owner', sql`num_nonnulls(${t.userId}, ${t.email}) = 1`),
    check('subscriptions_hour', sql`${t.hour} between 0 and 23`),
    check('subscriptions_search', sql`(${t.about} = 'search') = (${t.searchId} is not null)`),
    check(
      'subscriptions_account',
      sql`${t.userId} is not null or ${t.about} in ('everything', 'topics')`,
    ),
  ],
);

/** Emails of subscriptions by day: claimed before sending, and never sent twice. */
export const deliveries = pgTable(
  'deliveries',
  {
    subscriptionId: uuid('subscription_id')
      .notNull()
      .references(() => subscriptions.id, { onDelete: 'cascade' }),
    /** Due day in the subscription's time zone. */
    day: date('day', { mode: 'string' }).notNull(),
    papers: integer('papers').notNull(),
    /** Null without papers, and after the email was deleted. */
    mailId: uuid('mail_id').references(() => mails.id, { onDelete: 'set null' }),
    createdAt: timestamptz('created_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ name: 'deliveries_pkey', columns: [t.subscriptionId, t.day] }),
    index('deliveries_mail_id_idx').on(t.mailId),
    index('deliveries_created_at_idx').on(t.createdAt),
  ],
);
