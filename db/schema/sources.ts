import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
} from 'drizzle-orm/pg-core';
import { papers } from './papers';
import { timestamptz } from './people';
import { pictures } from './pictures';

/** The latest runs of each scheduled job. */
export const jobRuns = pgTable(
  'job_runs',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    job: text('job').notNull(),
    startedBy: text('started_by', { enum: ['clock', 'operator'] }).notNull(),
    startedAt: timestamptz('started_at').notNull().default(sql`clock_timestamp()`),
    finishedAt: timestamptz('finished_at'),
    /** `interrupted`: its process ended first; `postponed`: a source is in backoff. */
    outcome: text('outcome', { enum: ['running', 'done', 'postponed', 'failed', 'interrupted'] })
      .notNull()
      .default('running'),
    counts: jsonb('counts').$type<Record<string, number>>().notNull().default({}),
    /** Why it was postponed or failed, as a message or a code. */
    reason: text('reason'),
  },
  (t) => [index('job_runs_job_idx').on(t.job, t.id)],
);

/** Progress of the harvest of each arXiv set. */
export const harvests = pgTable('harvests', {
  /** arXiv's set name, such as `cs` or `cs:cs:LG`. */
  set: text('set').primaryKey(),
  /** All changes before this day are stored; those of the day itself possibly in part. */
  doneUntil: date('done_until', { mode: 'string' }),
  /** Current list: its start day, the time of its first page, and the resumption token. */
  fromDay: date('from_day', { mode: 'string' }),
  answeredOn: date('answered_on', { mode: 'string' }),
  token: text('token'),
  tokenExpiresAt: timestamptz('token_expires_at'),
  pages: integer('pages').notNull().default(0),
  /** Records in the whole list, if the source says. */
  total: integer('total'),
  updatedAt: timestamptz('updated_at').notNull().defaultNow(),
});

/** Days mirrored from another site's list. */
export const mirroredDays = pgTable(
  'mirrored_days',
  {
    site: text('site').notNull(),
    day: date('day', { mode: 'string' }).notNull(),
    papers: integer('papers').notNull(),
    /** Fetched long after the day was over, so it will not change any more. */
    settled: boolean('settled').notNull(),
    takenAt: timestamptz('taken_at').notNull().defaultNow(),
  },
  (t) => [primaryKey({ name: 'mirrored_days_pkey', columns: [t.site, t.day] })],
);

/** Repositories that papers link to, as last fetched from GitHub. */
export const codeRepositories = pgTable(
  'code_repositories',
  {
    /** As in papers.code_repo. */
    repo: text('repo').primaryKey(),
    /** GitHub's name of it, which differs after a rename. */
    fullName: text('full_name'),
    state: text('state', { enum: ['unknown', 'found', 'gone'] })
      .notNull()
      .default('unknown'),
    stars: integer('stars'),
    /** Of the latest response: a 304 does not count against GitHub's rate limit. */
    etag: text('etag'),
    checkedAt: timestamptz('checked_at'),
  },
  (t) => [index('code_repositories_checked_at_idx').on(t.checkedAt.asc().nullsFirst())],
);

/** Stars of a repository per day, UTC. */
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

/** Pictures of papers from other sites, one of each kind; a job fetches them (lib/pictures). */
export const sourcePictures = pgTable(
  'source_pictures',
  {
    paperId: bigint('paper_id', { mode: 'number' })
      .notNull()
      .references(() => papers.id, { onDelete: 'cascade' }),
    /** `thumbnail` and `media` are from a daily list, `figure` from arXiv's HTML. */
    kind: text('kind', { enum: ['thumbnail', 'media', 'figure'] }).notNull(),
    /** Address of the picture; null for a figure until its page was read. */
    url: text('url'),
    /** The video whose poster this is, opened at its own site. */
    videoUrl: text('video_url'),
    /** A figure's caption, as plain text. */
    caption: text('caption'),
    picture: text('picture').references(() => pictures.hash),
    /**
     * `none`: there is no picture, or it is unusable; `removed`: by a moderator, so it is neither
     * shown nor fetched again.
     */
    state: text('state', { enum: ['waiting', 'stored', 'none', 'removed'] })
      .notNull()
      .default('waiting'),
    failures: integer('failures').notNull().default(0),
    dueAt: timestamptz('due_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ name: 'source_pictures_pkey', columns: [t.paperId, t.kind] }),
    index('source_pictures_due_idx').on(t.dueAt).where(sql`${t.state} = 'waiting'`),
    index('source_pictures_picture_idx').on(t.picture).where(sql`${t.picture} is not null`),
    check('source_pictures_kind', sql`${t.kind} in ('thumbnail', 'media', 'figure')`),
    check('source_pictures_state', sql`${t.state} in ('waiting', 'stored', 'none', 'removed')`),
    check('source_pictures_stored', sql`(${t.picture} is not null) = (${t.state} = 'stored')`),
  ],
);
