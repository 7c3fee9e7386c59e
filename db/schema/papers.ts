import { type SQL, sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
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
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { timestamptz, users } from './people';
import { pictures } from './pictures';

export const organizations = pgTable(
  'organizations',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    slug: text('slug').notNull(),
    name: text('name').notNull(),
    /** The short name at the source of its papers, in original case; null if created here. */
    sourceName: text('source_name'),
    /** Its picture at that source: returned to API clients, loaded by no page. */
    avatarUrl: text('avatar_url'),
    description: text('description').notNull().default(''),
    links: text('links').array().notNull().default(sql`'{}'`),
    picture: text('picture').references(() => pictures.hash),
    /** The first administrator, protected from removal by others; null once they have left. */
    founderId: uuid('founder_id').references(() => users.id, { onDelete: 'set null' }),
    createdAt: timestamptz('created_at').notNull().defaultNow(),
  },
  (t) => [
    index('organizations_founder_id_idx').on(t.founderId),
    uniqueIndex('organizations_slug_key').on(sql`lower(${t.slug})`),
    index('organizations_picture_idx').on(t.picture).where(sql`${t.picture} is not null`),
  ],
);

/**
 * The UTC year of publication. Queries must repeat the expression exactly for its index to apply.
 */
export const publishedYear = (publishedAt: AnyPgColumn): SQL =>
  sql`(extract(year from ${publishedAt} at time zone 'UTC')::int)`;

/** Normalizes a title for comparison: ignores case, spaces and punctuation. */
export const titleKey = (title: AnyPgColumn | SQL): SQL =>
  sql`md5(lower(regexp_replace(${title}, '[[:space:][:punct:]]+', '', 'g')))`;
/**
 * Returns `owner/name` in lower case for a GitHub address, or null; ignores a path below the
 * repository and a trailing `.git`.
 */
const codeRepo = (codeUrl: AnyPgColumn): SQL =>
  sql`lower(regexp_replace(substring(${codeUrl} from '(?i)^https?://(?:www[.])?github[.]com/((?!(?:about|apps|collections|features|marketplace|orgs|settings|sponsors|topics)/)[a-z0-9-]+/[a-z0-9._-]+)'), '[.]git$', ''))`;

export const papers = pgTable(
  'papers',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    slug: text('slug').notNull(),
    source: text('source').notNull(),
    externalId: text('external_id').notNull(),
    /** 0: from a source without versions; any arXiv version is newer. */
    version: integer('version').notNull().default(1),
    title: text('title').notNull(),
    abstract: text('abstract').notNull().default(''),
    summary: text('summary'),
    /** Display name of the summary's author, a person or a model. */
    summaryBy: text('summary_by'),
    keywords: text('keywords').array().notNull().default(sql`'{}'`),
    publishedAt: timestamptz('published_at').notNull(),
    revisedAt: timestamptz('revised_at'),
    withdrawn: boolean('withdrawn').notNull().default(false),
    /** Retracted by its publisher; also marked as withdrawn, so no feed contains it. */
    retracted: boolean('retracted').notNull().default(false),
    /** Address of the retraction notice, if known. */
    retractionNotice: text('retraction_notice'),
    /** When its DOI was last checked for a retraction. */
    retractionCheckedAt: timestamptz('retraction_checked_at'),
    /** The first one is the primary category. */
    categories: text('categories').array().notNull().default(sql`'{}'`),
    authorCount: integer('author_count').notNull().default(0),
    organizationId: bigint('organization_id', { mode: 'number' }).references(
      () => organizations.id,
    ),
    doi: text('doi'),
    journalRef: text('journal_ref'),
    note: text('note'),
    codeUrl: text('code_url'),
    /** Who linked the code at the source: `user`, `admin` or `auto` at Hugging Face. */
    codeAddedBy: text('code_added_by'),
    /** The repository of the code address, which stars are joined by. */
    codeRepo: text('code_repo').generatedAlwaysAs((): SQL => codeRepo(papers.codeUrl)),
    codeStars: integer('code_stars'),
    /** Day of our own star count; null if the count is from a daily list. */
    codeStarsOn: date('code_stars_on', { mode: 'string' }),
    /** Stars a day over the last week; null if unknown or without gain. */
    codeMomentum: doublePrecision('code_momentum'),
    projectUrl: text('project_url'),
    /** Columns set by a confirmed author or moderator, which imports skip. */
    corrected: text('corrected').array().notNull().default(sql`'{}'`),
    picture: text('picture').references(() => pictures.hash),
    /** Addresses of media from a submission; never fetched. */
    mediaUrls: text('media_urls').array().notNull().default(sql`'{}'`),
    submittedBy: uuid('submitted_by').references(() => users.id, { onDelete: 'set null' }),
    /** The event that listed the paper; null if it was only harvested. */
    listedBy: text('listed_by', { enum: ['submission', 'daily_list', 'rule', 'upvote'] }),
    submittedAt: timestamptz('submitted_at'),
    feedDay: date('feed_day', { mode: 'string' }),
    upvoteCount: integer('upvote_count').notNull().default(0),
    commentCount: integer('comment_count').notNull().default(0),
    /** Weighted sum of counted list upvotes and first comments (lib/ranking). */
    weightSum: doublePrecision('weight_sum').notNull().default(0),
    /** Views attributed to its list positions. */
    exposure: doublePrecision('exposure').notNull().default(0),
    /** Weighted sum of upvotes from outside the lists, and the views credited to them. */
    outsideWeight: doublePrecision('outside_weight').notNull().default(0),
    outsideExposure: doublePrecision('outside_exposure').notNull().default(0),
    /** Upvotes that it starts with; more if another site's users upvoted it. */
    prior: doublePrecision('prior').notNull().default(1),
    /** The score by these and by listing time; null if not listed. */
    trending: doublePrecision('trending'),
    shuffle: doublePrecision('shuffle').notNull().default(sql`random()`),
    isDemo: boolean('is_demo').notNull().default(false),
    /** Removed by a moderator: no page, no feed, no badge. */
    removedAt: timestamptz('removed_at'),
    /**
     * The paper this duplicate was merged into; its address redirects there. Never a merged one
     * itself.
     */
    mergedInto: bigint('merged_into', { mode: 'number' }).references((): AnyPgColumn => papers.id),
    /** The discussion is locked. */
    lockedAt: timestamptz('locked_at'),
    createdAt: timestamptz('created_at').notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex('papers_slug_key').on(t.slug),
    uniqueIndex('papers_source_external_id_key').on(t.source, t.externalId),
    index('papers_trending_idx')
      .on(t.trending.desc().nullsFirst(), t.shuffle, t.id)
      .where(sql`${t.trending} is not null`),
    index('papers_submitted_at_idx')
      .on(t.submittedAt.desc().nullsFirst(), t.shuffle, t.id)
      .where(sql`${t.trending} is not null`),
    index('papers_feed_day_idx')
      .on(t.feedDay, t.upvoteCount.desc().nullsFirst(), t.shuffle, t.id)
      .where(sql`${t.trending} is not null`),
    index('papers_with_code_idx')
      .on(t.trending.desc().nullsFirst(), t.shuffle, t.id)
      .where(sql`${t.trending} is not null and ${t.codeUrl} is not null`),
    index('papers_year_idx')
      .on(publishedYear(t.publishedAt), t.trending.desc().nullsFirst(), t.shuffle, t.id)
      .where(sql`${t.trending} is not null`),
    index('papers_year_submitted_at_idx')
      .on(publishedYear(t.publishedAt), t.submittedAt.desc().nullsFirst(), t.shuffle, t.id)
      .where(sql`${t.trending} is not null`),
    index('papers_organization_idx')
      .on(t.organizationId, t.trending.desc().nullsFirst(), t.shuffle, t.id)
      .where(sql`${t.trending} is not null`),
    index('papers_doi_idx').on(sql`lower(${t.doi})`).where(sql`${t.doi} is not null`),
    // Finds earlier submissions under another identifier.
    index('papers_title_key_idx').on(titleKey(t.title)),
    index('papers_picture_idx').on(t.picture).where(sql`${t.picture} is not null`),
    index('papers_upvote_count_idx').on(t.upvoteCount, t.id).where(sql`${t.upvoteCount} > 0`),
    index('papers_merged_into_idx').on(t.mergedInto).where(sql`${t.mergedInto} is not null`),
    index('papers_code_momentum_idx')
      .on(t.codeMomentum.desc().nullsFirst(), t.shuffle, t.id)
      .where(sql`${t.trending} is not null and ${t.codeMomentum} is not null`),
    index('papers_code_repo_idx').on(t.codeRepo).where(sql`${t.codeRepo} is not null`),
    index('papers_retraction_checked_at_idx')
      .on(sql`${t.retractionCheckedAt} nulls first`, t.id)
      .where(
        sql`${t.doi} is not null and ${t.listedBy} is not null and not ${t.retracted} and ${t.removedAt} is null`,
      ),
    index('papers_unlisted_idx').on(t.publishedAt).where(sql`${t.listedBy} is null`),
    index('papers_submitted_by_idx').on(t.submittedBy, t.submittedAt),
    check('papers_retracted_withdrawn', sql`not ${t.retracted} or ${t.withdrawn}`),
    check('papers_merged_removed', sql`${t.mergedInto} is null or ${t.removedAt} is not null`),
    check(
      'papers_trending_listed',
      sql`${t.trending} is null or (${t.submittedAt} is not null and ${t.feedDay} is not null and ${t.listedBy} is not null and not ${t.withdrawn} and ${t.removedAt} is null)`,
    ),
  ],
);

export const paperAuthors = pgTable(
  'paper_authors',
  {
    paperId: bigint('paper_id', { mode: 'number' })
      .notNull()
      .references(() => papers.id, { onDelete: 'cascade' }),
    position: integer('position').notNull(),
    name: text('name').notNull(),
    /** From the paper's source: 0000-0002-1825-0097. */
    orcid: text('orcid'),
    userId: uuid('user_id').references(() => users.id, { onDelete: 'set null' }),
    claimStatus: text('claim_status', { enum: ['claimed', 'verified'] }),
  },
  (t) => [
    primaryKey({ name: 'paper_authors_pkey', columns: [t.paperId, t.position] }),
    index('paper_authors_name_idx').on(sql`lower(${t.name})`, t.paperId),
    index('paper_authors_user_id_idx').on(t.userId),
  ],
);

/**
 * A paper's figures on another site's daily list: shown as that site's, never counted as ours. A
 * listed paper appears on its feed_day and on each of these days.
 */
export const paperListings = pgTable(
  'paper_listings',
  {
    paperId: bigint('paper_id', { mode: 'number' })
      .notNull()
      .references(() => papers.id, { onDelete: 'cascade' }),
    site: text('site').notNull(),
    day: date('day', { mode: 'string' }).notNull(),
    upvotes: integer('upvotes').notNull().default(0),
    comments: integer('comments').notNull().default(0),
    /** The submitter's full name, or the handle without one. */
    submitter: text('submitter'),
    submitterHandle: text('submitter_handle'),
    /**
     * As the site returns it, possibly a relative path: returned to API clients, loaded by no page.
     */
    submitterAvatar: text('submitter_avatar'),
    mediaUrls: jsonb('media_urls').$type<string[]>().notNull().default([]),
    /** Address of the site's preview image of the paper. */
    thumbnail: text('thumbnail'),
  },
  (t) => [
    primaryKey({ name: 'paper_listings_pkey', columns: [t.paperId, t.site, t.day] }),
    index('paper_listings_day_idx').on(t.day, t.paperId),
    index('paper_listings_submitter_handle_idx')
      .on(sql`lower(${t.submitterHandle})`)
      .where(sql`${t.submitterHandle} is not null`),
  ],
);

/**
 * Known versions of papers with more than one. A text is stored when a newer version replaces it;
 * the newest is in papers.
 */
export const paperVersions = pgTable(
  'paper_versions',
  {
    paperId: bigint('paper_id', { mode: 'number' })
      .notNull()
      .references(() => papers.id, { onDelete: 'cascade' }),
    version: integer('version').notNull(),
    releasedAt: timestamptz('released_at').notNull(),
    title: text('title'),
    abstract: text('abstract'),
  },
  (t) => [
    primaryKey({ name: 'paper_versions_pkey', columns: [t.paperId, t.version] }),
    check('paper_versions_text_whole', sql`(${t.title} is null) = (${t.abstract} is null)`),
  ],
);
