import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  date,
  doublePrecision,
  index,
  integer,
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
    /** The place on Trending, counted from 1; 0 anywhere else. */
    place: smallint('place').notNull(),
    hour: timestamptz('hour').notNull(),
    views: integer('views').notNull(),
  },
  (t) => [
    primaryKey({ name: 'paper_views_pkey', columns: [t.paperId, t.hour, t.place] }),
    index('paper_views_place_idx').on(t.place, t.hour).where(sql`${t.place} > 0`),
  ],
);
