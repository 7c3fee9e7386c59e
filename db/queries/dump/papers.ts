import { sql } from 'drizzle-orm';
import type { Transaction } from '../../client';
import { handleOf, iso, listOf, stream } from './stream';

/** Repositories of papers with a page, with their stars by day. */
export const dumpRepositories = (tx: Transaction) =>
  stream(
    tx,
    sql`
      select json_build_object(
        'repo', r.repo,
        'full_name', r.full_name,
        'state', r.state,
        'stars', r.stars,
        'days', ${listOf(sql`
          select json_build_object('day', s.day, 'stars', s.stars) as line
          from code_stars s where s.repo = r.repo order by s.day`)}
      ) as line
      from code_repositories r
      where exists (select from papers p where p.code_repo = r.repo and p.removed_at is null)
      order by r.repo collate "C"`,
  );

/** Papers with a page. `upvotes` includes those without names, of which no line tells more. */
export const dumpPapers = (tx: Transaction) =>
  stream(
    tx,
    sql`
      select json_build_object(${FACTS}) as line, json_build_object(${PLACE}) as more
      from papers p where p.removed_at is null order by p.id`,
  );

const FACTS = sql`
  'number', p.id,
  'slug', p.slug,
  'source', p.source,
  'id', p.external_id,
  'version', p.version,
  'title', p.title,
  'abstract', p.abstract,
  'summary', p.summary,
  'summary_by', p.summary_by,
  'keywords', p.keywords,
  'authors', ${listOf(sql`
    select json_build_object('name', a.name, 'orcid', a.orcid,
      'user', case when a.claim_status = 'verified' then ${handleOf(sql`a.user_id`)} end) as line
    from paper_authors a where a.paper_id = p.id order by a.position`)},
  'published', ${iso(sql`p.published_at`)},
  'revised', ${iso(sql`p.revised_at`)},
  'withdrawn', p.withdrawn,
  'retracted', p.retracted,
  'retraction_notice', p.retraction_notice,
  'categories', p.categories,
  'organization', (select json_build_object('slug', o.slug, 'name', o.name)
    from organizations o where o.id = p.organization_id),
  'doi', p.doi,
  'journal_ref', p.journal_ref,
  'note', p.note,
  'code', p.code_url,
  'code_added_by', p.code_added_by,
  'code_stars', p.code_stars,
  'code_stars_on', p.code_stars_on,
  'code_momentum', p.code_momentum,
  'project', p.project_url,
  'media', p.media_urls,
  'picture', p.picture,
  'corrected', p.corrected,
  'versions', ${listOf(sql`
    select json_build_object('version', v.version, 'released', ${iso(sql`v.released_at`)},
      'title', v.title, 'abstract', v.abstract) as line
    from paper_versions v where v.paper_id = p.id order by v.version`)}`;

const PLACE = sql`
  'listed_by', p.listed_by,
  'submitted_by', ${handleOf(sql`p.submitted_by`)},
  'submitted', ${iso(sql`p.submitted_at`)},
  'feed_day', p.feed_day,
  'upvotes', p.upvote_count,
  'comment_count', p.comment_count,
  'exposure', p.exposure + p.outside_exposure,
  'shuffle', p.shuffle,
  'locked', ${iso(sql`p.locked_at`)},
  'demo', p.is_demo,
  'listings', ${listOf(sql`
    select json_build_object('site', l.site, 'day', l.day, 'upvotes', l.upvotes,
      'comments', l.comments, 'submitter', l.submitter, 'submitter_handle', l.submitter_handle,
      'submitter_avatar', l.submitter_avatar, 'media', l.media_urls,
      'thumbnail', l.thumbnail) as line
    from paper_listings l where l.paper_id = p.id order by l.day, l.site`)},
  'pictures', ${listOf(sql`
    select json_build_object('kind', s.kind, 'url', s.url, 'video', s.video_url,
      'caption', s.caption, 'picture', s.picture) as line
    from source_pictures s where s.paper_id = p.id and s.state = 'stored' order by s.kind`)}`;

/** Addresses of papers that were merged into another. */
export const dumpRedirects = (tx: Transaction) =>
  stream(
    tx,
    sql`
      select json_build_object('number', p.id, 'slug', p.slug, 'source', p.source,
        'id', p.external_id,
        'to', there.slug) as line
      from papers p join papers there on there.id = p.merged_into and there.removed_at is null
      order by p.id`,
  );

/** What authors, submitters and moderators changed on papers with a page. */
export const dumpCorrections = (tx: Transaction) =>
  stream(
    tx,
    sql`
      select json_build_object(
        'paper', p.slug,
        'by', ${handleOf(sql`c.user_id`)},
        'field', c.field,
        'role', c.role,
        'before', c.before,
        'before_by', c.before_by,
        'after', c.after,
        'log', c.log_id,
        'at', ${iso(sql`c.created_at`)}
      ) as line
      from paper_corrections c join papers p on p.id = c.paper_id and p.removed_at is null
      order by c.id`,
  );

/** Closed days, weeks and months with their first papers. */
export const dumpBadges = (tx: Transaction) =>
  stream(
    tx,
    sql`
      select json_build_object('period', c.period, 'start', c.start, 'places', ${listOf(sql`
        select json_build_object('rank', b.rank, 'paper', p.slug, 'upvotes', b.upvotes,
          'taken_back', b.taken_back, 'shuffle', b.shuffle) as line
        from paper_badges b join papers p on p.id = b.paper_id and p.removed_at is null
        where b.period = c.period and b.start = c.start order by b.rank`)}) as line
      from badge_periods c order by c.start, c.period collate "C"`,
  );
