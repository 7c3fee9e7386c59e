import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
} from 'drizzle-orm/pg-core';
import { timestamptz } from './people';

/** What became of the jobs by the clock: the latest runs of each. */
export const jobRuns = pgTable(
  'job_runs',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    job: text('job').notNull(),
    startedBy: text('started_by', { enum: ['clock', 'operator'] }).notNull(),
    startedAt: timestamptz('started_at').notNull().default(sql`clock_timestamp()`),
    finishedAt: timestamptz('finished_at'),
    /** `interrupted`: its process ended first; `postponed`: a source asked to be left alone. */
    outcome: text('outcome', { enum: ['running', 'done', 'postponed', 'failed', 'interrupted'] })
      .notNull()
      .default('running'),
    counts: jsonb('counts').$type<Record<string, number>>().notNull().default({}),
    /** Why it was postponed or failed, in our own words or as a code. */
    reason: text('reason'),
  },
  (t) => [index('job_runs_job_idx').on(t.job, t.id)],
);

/** How far the harvest of each set of arXiv's list has come. */
export const harvests = pgTable('harvests', {
  /** As arXiv names it, such as `cs` or `cs:cs:LG`. */
  set: text('set').primaryKey(),
  /** All that had changed by this day is in, the day itself perhaps in part. */
  doneUntil: date('done_until', { mode: 'string' }),
  /** Of the list under way: where it starts, when its first page was answered, and what asks for the next. */
  fromDay: date('from_day', { mode: 'string' }),
  answeredOn: date('answered_on', { mode: 'string' }),
  token: text('token'),
  tokenExpiresAt: timestamptz('token_expires_at'),
  pages: integer('pages').notNull().default(0),
  /** Records in the whole list, where the source tells. */
  total: integer('total'),
  updatedAt: timestamptz('updated_at').notNull().defaultNow(),
});

/** Days whose list was taken over from another site. */
export const mirroredDays = pgTable(
  'mirrored_days',
  {
    site: text('site').notNull(),
    day: date('day', { mode: 'string' }).notNull(),
    papers: integer('papers').notNull(),
    /** It was asked for after the day was over for long: it will not change any more. */
    settled: boolean('settled').notNull(),
    takenAt: timestamptz('taken_at').notNull().defaultNow(),
  },
  (t) => [primaryKey({ name: 'mirrored_days_pkey', columns: [t.site, t.day] })],
);

/** Repositories that papers name, as GitHub last told of them. */
export const codeRepositories = pgTable(
  'code_repositories',
  {
    /** As papers.code_repo has it. */
    repo: text('repo').primaryKey(),
    /** What GitHub calls it, which is something else when it was renamed. */
    fullName: text('full_name'),
    state: text('state', { enum: ['unknown', 'found', 'gone'] })
      .notNull()
      .default('unknown'),
    stars: integer('stars'),
    /** Of the latest answer: an unchanged one costs nothing of what GitHub allows. */
    etag: text('etag'),
    checkedAt: timestamptz('checked_at'),
  },
  (t) => [index('code_repositories_checked_at_idx').on(t.checkedAt.asc().nullsFirst())],
);

/** Stars of a repository on a day, UTC. */
export const codeStars = pgTable(
  'code_stars',
  {
    repo: text('repo')
      .notNull()
      .references(() => codeRepositories.repo, { onDelete: 'cascade' }),
    day: date('day', { mode: 'string' }).notNull(),
    stars: integer('stars').notNull(),
  },
  (t) => [primaryKey({ name: 'code_stars_pkey', columns: [t.repo, t.day] })],
);
