import { type SQL, sql } from 'drizzle-orm';
import type { Executor } from '../client';
import { countedVote } from './ranking';

/** Rows in memory at once. */
const BATCH = 500;

type Row = { key: number; line: Record<string, unknown> };

/** Yields all rows of `select`, which is keyset-paginated, `BATCH` at a time. */
async function* batches(
  on: Executor,
  select: (after: number) => SQL,
): AsyncGenerator<Record<string, unknown>[]> {
  for (let after = 0; ; ) {
    const rows = await on.execute<Row>(sql`${select(after)} limit ${BATCH}`);
    if (rows.length > 0) yield rows.map(({ line }) => line);
    const last = rows.at(-1);
    if (!last || rows.length < BATCH) return;
    after = Number(last.key);
  }
}

const iso = (column: SQL): SQL =>
  sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

export const dumpOrganizations = (on: Executor) =>
  batches(
    on,
    (after) => sql`
      select id as key, json_build_object('slug', slug, 'name', name) as line
      from organizations where id > ${after} order by id`,
  );

/** Public profile fields; for banned users without anything they wrote. */
export async function* dumpReaders(on: Executor): AsyncGenerator<Record<string, unknown>[]> {
  for (let after = ''; ; ) {
    const rows = await on.execute<{ key: string; line: Record<string, unknown> }>(sql`
      select lower(handle) as key, json_build_object(
        'handle', handle,
        'name', name,
        'bio', case when banned_at is null then bio else '' end,
        'links', case when banned_at is null then to_json(links) else '[]' end,
        'orcid', case when banned_at is null then orcid end,
        'role', role,
        'banned', banned_at is not null,
        'member_since', created_at::date
      ) as line
      from users where lower(handle) > ${after} order by lower(handle) limit ${BATCH}`);
    if (rows.length > 0) yield rows.map(({ line }) => line);
    const last = rows.at(-1);
    if (!last || rows.length < BATCH) return;
    after = last.key;
  }
}

/** Papers with a page. `upvoted_by` names users with public votes only; the count includes all. */
export const dumpPapers = (on: Executor) =>
  batches(
    on,
    (after) => sql`
      select p.id as key, json_build_object(
        'slug', p.slug,
        'source', p.source,
        'id', p.external_id,
        'version', p.version,
        'title', p.title,
        'abstract', p.abstract,
        'summary', p.summary,
        'summary_by', p.summary_by,
        'keywords', p.keywords,
        'authors', (select coalesce(json_agg(a.name order by a.position), '[]')
          from paper_authors a where a.paper_id = p.id),
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
        'project', p.project_url,
        'submitted_by', (select u.handle from users u where u.id = p.submitted_by),
        'submitted', ${iso(sql`p.submitted_at`)},
        'feed_day', p.feed_day,
        'upvotes', p.upvote_count,
        'upvoted_by', (select coalesce(json_agg(u.handle order by upvotes.created_at, u.handle), '[]')
          from upvotes join users u on u.id = upvotes.user_id
          where upvotes.paper_id = p.id and u.handle is not null and not u.votes_private
            and ${countedVote()}),
        'comment_count', p.comment_count,
        'listings', (select coalesce(json_agg(json_build_object('site', l.site, 'day', l.day,
            'upvotes', l.upvotes, 'comments', l.comments, 'submitter', l.submitter,
            'submitter_handle', l.submitter_handle) order by l.day, l.site), '[]')
          from paper_listings l where l.paper_id = p.id)
      ) as line
      from papers p where p.id > ${after} and p.removed_at is null order by p.id`,
  );

/** Visible comments. The parent of a reply may be missing from the dump. */
export const dumpComments = (on: Executor) =>
  batches(
    on,
    (after) => sql`
      select c.id as key, json_build_object(
        'id', c.id,
        'paper', p.slug,
        'parent', c.parent_id,
        'author', (select u.handle from users u where u.id = c.user_id),
        'kind', c.kind,
        'settled', ${iso(sql`c.settled_at`)},
        'markdown', c.markdown,
        'upvotes', c.upvote_count,
        'created', ${iso(sql`c.created_at`)},
        'edited', ${iso(sql`c.edited_at`)}
      ) as line
      from comments c join papers p on p.id = c.paper_id and p.removed_at is null
      where c.id > ${after} and c.deleted_at is null and c.hidden_at is null order by c.id`,
  );

/** The moderation log. The caller decides which users may be named. */
export const dumpModeration = (on: Executor) =>
  batches(
    on,
    (after) => sql`
      select l.id as key, json_build_object(
        'id', l.id,
        'action', l.action,
        'reason', l.reason,
        'details', l.details,
        'by', (select u.handle from users u where u.id = l.actor_id),
        'reader', (select u.handle from users u where u.id = l.user_id),
        'paper', (select p.slug from papers p where p.id = l.paper_id and p.removed_at is null),
        'at', ${iso(sql`l.created_at`)}
      ) as line
      from moderation_log l where l.id > ${after} order by l.id`,
  );
