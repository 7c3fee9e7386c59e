import { sql } from 'drizzle-orm';
import type { Transaction } from '../../client';
import { elements, given, paperId, userId } from './rows';

export async function loadRepositories(tx: Transaction, rows: object[]): Promise<void> {
  const columns = 'repo text, full_name text, state text, stars int, days json';
  await tx.execute(sql`
    insert into code_repositories (repo, full_name, state, stars)
    select repo, full_name, state, stars from ${given(rows, columns)}`);
  await tx.execute(sql`
    insert into code_stars (repo, day, stars)
    select r.repo, e.day, e.stars from ${given(rows, columns)}
    cross join ${elements('days', 'day date, stars int')}`);
}

const PAPER = `number bigint, slug text, source text, id text, version int, title text, abstract text,
  summary text, summary_by text, keywords text[], authors json, published timestamptz,
  revised timestamptz, withdrawn boolean, retracted boolean, retraction_notice text,
  categories text[], organization json, doi text, journal_ref text, note text, code text,
  code_added_by text, code_stars int, code_stars_on date, code_momentum float8, project text,
  media text[], picture text, corrected text[], versions json, listed_by text, submitted_by text,
  submitted timestamptz, feed_day date, upvotes int, exposure float8, shuffle float8,
  locked timestamptz, demo boolean, listings json, pictures json`;

/** Papers with everything that hangs on them. Their scores are computed at the end of the load. */
export async function loadPapers(tx: Transaction, rows: object[], at: string): Promise<void> {
  await tx.execute(sql`
    insert into papers (id, slug, source, external_id, version, title, abstract, summary, summary_by,
      keywords, author_count, published_at, revised_at, withdrawn, retracted, retraction_notice,
      categories, organization_id, doi, journal_ref, note, code_url, code_added_by, code_stars,
      code_stars_on, code_momentum, project_url, media_urls, picture, corrected, listed_by,
      submitted_by, submitted_at, feed_day, shuffle, locked_at, is_demo)
    overriding system value
    select number, slug, source, id, version, title, abstract, summary, summary_by, keywords,
      json_array_length(authors), published, revised, withdrawn, retracted, retraction_notice,
      categories,
      (select o.id from organizations o where lower(o.slug) = lower(r.organization ->> 'slug')),
      doi, journal_ref, note, code, code_added_by, code_stars, code_stars_on, code_momentum,
      project, media, picture, corrected, listed_by, ${userId('r.submitted_by')}, submitted,
      feed_day, shuffle, locked, demo
    from ${given(rows, PAPER)} order by n`);
  await tx.execute(sql`
    insert into paper_authors (paper_id, position, name, orcid, user_id, claim_status)
    select p.id, e.place - 1, e.name, e.orcid, ${userId('e.user')},
      case when e.user is not null then 'verified' end
    from ${given(rows, 'slug text, authors json')} join papers p on p.slug = r.slug
    cross join ${elements('authors', 'name text, orcid text, "user" text')}`);
  await tx.execute(sql`
    insert into author_claims (paper_id, position, name, user_id, status, created_at, decided_at)
    select p.id, e.place - 1, e.name, ${userId('e.user')}, 'verified', ${at}, ${at}
    from ${given(rows, 'slug text, authors json')} join papers p on p.slug = r.slug
    cross join ${elements('authors', 'name text, orcid text, "user" text')}
    where e.user is not null`);
  await loadVersions(tx, rows);
  await loadListings(tx, rows);
  await tx.execute(sql`
    insert into source_pictures (paper_id, kind, url, video_url, caption, picture, state)
    select p.id, e.kind, e.url, e.video, e.caption, e.picture, 'stored'
    from ${given(rows, 'slug text, pictures json')} join papers p on p.slug = r.slug
    cross join ${elements('pictures', 'kind text, url text, video text, caption text, picture text')}`);
  await tx.execute(sql`
    insert into paper_exposures (paper_id, day, exposure)
    select p.id, coalesce(r.feed_day, (r.published at time zone 'UTC')::date), r.exposure
    from ${given(rows, 'slug text, feed_day date, published timestamptz, exposure float8')}
    join papers p on p.slug = r.slug where r.exposure > 0`);
  await tx.execute(sql`
    insert into unnamed_acts
    select 'upvote', p.id, null, r.upvotes
    from ${given(rows, 'slug text, upvotes int')} join papers p on p.slug = r.slug`);
}

const loadVersions = (tx: Transaction, rows: object[]) =>
  tx.execute(sql`
    insert into paper_versions (paper_id, version, released_at, title, abstract)
    select p.id, e.version, e.released, e.title, e.abstract
    from ${given(rows, 'slug text, versions json')} join papers p on p.slug = r.slug
    cross join ${elements('versions', 'version int, released timestamptz, title text, abstract text')}`);

const loadListings = (tx: Transaction, rows: object[]) =>
  tx.execute(sql`
    insert into paper_listings (paper_id, site, day, upvotes, comments, submitter, submitter_handle,
      submitter_avatar, media_urls, thumbnail)
    select p.id, e.site, e.day, e.upvotes, e.comments, e.submitter, e.submitter_handle,
      e.submitter_avatar, e.media, e.thumbnail
    from ${given(rows, 'slug text, listings json')} join papers p on p.slug = r.slug
    cross join ${elements(
      'listings',
      `site text, day date, upvotes int, comments int, submitter text, submitter_handle text,
      submitter_avatar text, media jsonb, thumbnail text`,
    )}`);

/** Only the address and the identifier of a merged paper are known, which keep it from coming in. */
export const loadRedirects = (tx: Transaction, rows: object[], at: string) =>
  tx.execute(sql`
    insert into papers (id, slug, source, external_id, title, published_at, removed_at, merged_into)
    overriding system value
    select r.number, r.slug, r.source, r.id, r.slug, there.published_at, ${at}::timestamptz, there.id
    from ${given(rows, 'number bigint, slug text, source text, id text, "to" text')}
    left join papers there on there.slug = r.to and there.merged_into is null
    order by n`);

export const loadCorrections = (tx: Transaction, rows: object[]) =>
  tx.execute(sql`
    insert into paper_corrections (paper_id, user_id, field, role, before, before_by, after, log_id,
      created_at)
    select ${paperId('r.paper')}, ${userId('r.by')}, field, role, before, before_by, after, log, at
    from ${given(
      rows,
      `paper text, by text, field text, role text, before text, before_by text, after text,
      log bigint, at timestamptz`,
    )} order by n`);

export async function loadBadges(tx: Transaction, rows: object[], at: string): Promise<void> {
  const columns = 'period text, start date, places json';
  await tx.execute(sql`
    insert into badge_periods (period, start, closed_at)
    select period, start, ${at}::timestamptz from ${given(rows, columns)} order by n`);
  await tx.execute(sql`
    insert into paper_badges (period, start, rank, paper_id, upvotes, taken_back, shuffle)
    select r.period, r.start, e.rank, ${paperId('e.paper')}, e.upvotes, e.taken_back, e.shuffle
    from ${given(rows, columns)}
    cross join ${elements(
      'places',
      'rank int, paper text, upvotes int, taken_back int, shuffle float8',
    )}`);
}
