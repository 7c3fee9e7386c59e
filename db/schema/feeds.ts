import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  date,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
} from 'drizzle-orm/pg-core';
import { papers } from './papers';
import { timestamptz } from './people';

const paperId = () =>
  bigint('paper_id', { mode: 'number' })
    .notNull()
    .references(() => papers.id, { onDelete: 'cascade' });

/**
 * A listed paper's row in each of its categories, so that a topic's feed is an index scan. Written
 * only by a trigger on papers (drizzle/0004).
 */
export const paperTopics = pgTable(
  'paper_topics',
  {
    topic: text('topic').notNull(),
    paperId: paperId(),
    trending: doublePrecision('trending').notNull(),
    shuffle: doublePrecision('shuffle').notNull(),
    submittedAt: timestamptz('submitted_at').notNull(),
    feedDay: date('feed_day', { mode: 'string' }).notNull(),
    upvoteCount: integer('upvote_count').notNull(),
    hasCode: boolean('has_code').notNull(),
    /** Of publication, UTC. */
    year: smallint('year').notNull(),
  },
  (t) => [
    primaryKey({ name: 'paper_topics_pkey', columns: [t.paperId, t.topic] }),
    // Filtered columns come last, so that a filter is an index-only scan.
    index('paper_topics_trending_idx').on(
      t.topic,
      t.trending.desc().nullsFirst(),
      t.shuffle,
      t.paperId,
      t.hasCode,
      t.year,
    ),
    index('paper_topics_submitted_at_idx').on(
      t.topic,
      t.submittedAt.desc().nullsFirst(),
      t.shuffle,
      t.paperId,
      t.hasCode,
      t.year,
    ),
    index('paper_topics_feed_day_idx').on(
      t.topic,
      t.feedDay,
      t.upvoteCount.desc().nullsFirst(),
      t.shuffle,
      t.paperId,
    ),
  ],
);

/** Days, weeks and months whose badges are final. */
export const badgePeriods = pgTable(
  'badge_periods',
  {
    period: text('period', { enum: ['day', 'week', 'month'] }).notNull(),
    /** The first day: a Monday for a week, the first for a month. */
    start: date('start', { mode: 'string' }).notNull(),
    closedAt: timestamptz('closed_at').notNull().defaultNow(),
  },
  (t) => [primaryKey({ name: 'badge_periods_pkey', columns: [t.period, t.start] })],
);

/**
 * The first ten papers of a closed day, week or month, by upvotes cast before its end. The first
 * three have badges; the others move up when a moderator removes a paper or excludes votes, so that
 * no other later change matters.
 */
export const paperBadges = pgTable(
  'paper_badges',
  {
    period: text('period', { enum: ['day', 'week', 'month'] }).notNull(),
    start: date('start', { mode: 'string' }).notNull(),
    rank: smallint('rank').notNull(),
    paperId: paperId(),
    upvotes: integer('upvotes').notNull(),
    /** How many of these upvotes the users have removed since; a badge survives that. */
    takenBack: integer('taken_back').notNull().default(0),
    /** The paper's shuffle when the period was closed. */
    shuffle: doublePrecision('shuffle').notNull(),
  },
  (t) => [
    primaryKey({ name: 'paper_badges_pkey', columns: [t.period, t.start, t.rank] }),
    index('paper_badges_paper_id_idx').on(t.paperId),
  ],
);

/** Approximate view counts by paper and position; no user is identified. */
export const paperViews = pgTable(
  'paper_views',
  {
    paperId: paperId(),
    /** Position on Trending, from 1; on New, from -1 down; 0 anywhere else. */
    place: smallint('place').notNull(),
    hour: timestamptz('hour').notNull(),
    views: integer('views').notNull(),
  },
  (t) => [
    primaryKey({ name: 'paper_views_pkey', columns: [t.paperId, t.hour, t.place] }),
    index('paper_views_place_idx').on(t.place, t.hour).where(sql`${t.place} <> 0`),
  ],
);

/**
 * The paper at each position of Trending (from 1) or New (from -1 down) at the start of an hour.
 */
export const placeLog = pgTable(
  'place_log',
  {
    hour: timestamptz('hour').notNull(),
    place: smallint('place').notNull(),
    paperId: paperId(),
    /**
     * The probability that exploration puts it on the first page, whatever its position; null for
     * papers that are not eligible.
     */
    chance: doublePrecision('chance'),
  },
  (t) => [
    primaryKey({ name: 'place_log_pkey', columns: [t.hour, t.place] }),
    index('place_log_paper_id_idx').on(t.paperId),
  ],
);

/** A paper's exposure of a day (UTC), in views. */
export const paperExposures = pgTable(
  'paper_exposures',
  {
    paperId: paperId(),
    day: date('day', { mode: 'string' }).notNull(),
    exposure: doublePrecision('exposure').notNull(),
  },
  (t) => [primaryKey({ name: 'paper_exposures_pkey', columns: [t.paperId, t.day] })],
);

/** Hours whose views have been attributed. */
export const exposureHours = pgTable('exposure_hours', {
  hour: timestamptz('hour').primaryKey(),
});

/** A single row: ranking parameters shared by all processes. */
export const rankingState = pgTable(
  'ranking_state',
  {
    only: boolean('only').primaryKey().default(true),
    /** Hours by which a paper must be newer to make up for half the rate. */
    halfLife: doublePrecision('half_life').notNull(),
    /** Start of this scale, and the time term of papers at that moment. */
    since: timestamptz('since').notNull(),
    base: doublePrecision('base').notNull().default(0),
    /** Average number of list views per upvote; 0 if unknown. */
    viewsAVote: doublePrecision('views_a_vote').notNull().default(0),
    /** All scores below this id use this scale, after a change; null when all do. */
    rescoredBelow: bigint('rescored_below', { mode: 'number' }),
    /** The latest estimates of orders (lib/evaluation). */
    estimates: jsonb('estimates'),
  },
  (t) => [check('ranking_state_only', sql`${t.only}`)],
);
