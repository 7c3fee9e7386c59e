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
 * A listed paper's place in each of its categories, so that a topic's feed is an index scan. A
 * trigger on papers keeps it (drizzle/0004): nothing else writes here.
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
    // What filters ask for stands at the end, so that a filter reads the index alone.
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

/** Days, weeks and months whose badges are fixed. */
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
 * The first ten papers of a closed day, week or month, by the upvotes cast before it was over. The
 * first three are its badges; the others stand by for when a moderator removes a paper or excludes
 * votes, so that nothing else that has happened since matters then.
 */
export const paperBadges = pgTable(
  'paper_badges',
  {
    period: text('period', { enum: ['day', 'week', 'month'] }).notNull(),
    start: date('start', { mode: 'string' }).notNull(),
    rank: smallint('rank').notNull(),
    paperId: paperId(),
    upvotes: integer('upvotes').notNull(),
    /** Upvotes among them that their readers have taken back since: a badge outlives that. */
    takenBack: integer('taken_back').notNull().default(0),
    /** The paper's own when the period was closed. */
    shuffle: doublePrecision('shuffle').notNull(),
  },
  (t) => [
    primaryKey({ name: 'paper_badges_pkey', columns: [t.period, t.start, t.rank] }),
    index('paper_badges_paper_id_idx').on(t.paperId),
  ],
);

/** Rough counts of who saw a paper where; nobody is identified. */
export const paperViews = pgTable(
  'paper_views',
  {
    paperId: paperId(),
    /** The place on Trending, from 1; on New, from -1 down; 0 anywhere else. */
    place: smallint('place').notNull(),
    hour: timestamptz('hour').notNull(),
    views: integer('views').notNull(),
  },
  (t) => [
    primaryKey({ name: 'paper_views_pkey', columns: [t.paperId, t.hour, t.place] }),
    index('paper_views_place_idx').on(t.place, t.hour).where(sql`${t.place} <> 0`),
  ],
);

/** Which paper was at a place of Trending (from 1) or New (from -1 down) when an hour began. */
export const placeLog = pgTable(
  'place_log',
  {
    hour: timestamptz('hour').notNull(),
    place: smallint('place').notNull(),
    paperId: paperId(),
    /**
     * The probability with which a fair chance puts it at a place of the first page, wherever it
     * is; null for a paper that could get none.
     */
    chance: doublePrecision('chance'),
  },
  (t) => [
    primaryKey({ name: 'place_log_pkey', columns: [t.hour, t.place] }),
    index('place_log_paper_id_idx').on(t.paperId),
  ],
);

/** What its places were worth to a paper on a day (UTC), in views. */
export const paperExposures = pgTable(
  'paper_exposures',
  {
    paperId: paperId(),
    day: date('day', { mode: 'string' }).notNull(),
    exposure: doublePrecision('exposure').notNull(),
  },
  (t) => [primaryKey({ name: 'paper_exposures_pkey', columns: [t.paperId, t.day] })],
);

/** Hours whose views have been shared out. */
export const exposureHours = pgTable('exposure_hours', {
  hour: timestamptz('hour').primaryKey(),
});

/** One row: what ranks alike in all processes. */
export const rankingState = pgTable(
  'ranking_state',
  {
    only: boolean('only').primaryKey().default(true),
    /** Hours by which a paper must be newer to make up for half the rate. */
    halfLife: doublePrecision('half_life').notNull(),
    /** From when on it holds, and what papers of that moment have by their time alone. */
    since: timestamptz('since').notNull(),
    base: doublePrecision('base').notNull().default(0),
    /** Views that an upvote takes on average on the lists; 0 where nothing is known. */
    viewsAVote: doublePrecision('views_a_vote').notNull().default(0),
    /** Below which id all scores are of this scale, after a change of it; null when all are. */
    rescoredBelow: bigint('rescored_below', { mode: 'number' }),
    /** The latest estimates of orders, as lib/evaluation has them. */
    estimates: jsonb('estimates'),
  },
  (t) => [check('ranking_state_only', sql`${t.only}`)],
);
