import { sql } from 'drizzle-orm';
import type { Transaction } from '../../client';
import { countedVote } from '../ranking';
import { handleOf, iso, listOf, stream } from './stream';

/**
 * Comments that a page shows. One that was deleted or hidden only keeps its place, as on the page,
 * and only in a thread that has another one.
 */
export const dumpComments = (tx: Transaction) =>
  stream(
    tx,
    sql`
      select case when c.deleted_at is null and c.hidden_at is null
        then json_build_object(${TEXT}) else json_build_object(${PLACE}) end as line
      from comments c join papers p on p.id = c.paper_id and p.removed_at is null
      where (c.deleted_at is null and c.hidden_at is null) or exists (
        select from comments other where other.root_id = c.root_id
          and other.deleted_at is null and other.hidden_at is null)
      order by c.id`,
  );

const PLACE = sql`
  'id', c.id,
  'paper', p.slug,
  'parent', c.parent_id,
  'state', case when c.hidden_at is not null then 'hidden' when c.deleted_at is not null
    then 'deleted' else 'visible' end,
  'created', ${iso(sql`c.created_at`)},
  'shuffle', c.shuffle`;

const TEXT = sql`${PLACE},
  'author', ${handleOf(sql`c.user_id`)},
  'kind', c.kind,
  'settled', ${iso(sql`c.settled_at`)},
  'settled_by', ${handleOf(sql`c.settled_by`)},
  'paper_version', c.paper_version,
  'markdown', c.markdown,
  'upvotes', c.upvote_count,
  'reactions', (select coalesce(json_object_agg(reaction, acts order by reaction collate "C"), '{}')
    from (select r.reaction, count(*) as acts from comment_reactions r
      where r.comment_id = c.id group by r.reaction) counted),
  'edited', ${iso(sql`c.edited_at`)},
  'revisions', ${listOf(sql`
    select json_build_object('markdown', r.markdown, 'at', ${iso(sql`r.created_at`)}) as line
    from comment_revisions r where r.comment_id = c.id order by r.revision`)}`;

/**
 * Counted upvotes of users who are named as voters. Every other one is only part of its paper's
 * count: no line has its user, time or weight.
 */
export const dumpUpvotes = (tx: Transaction) =>
  stream(
    tx,
    sql`
      select json_build_object('paper', p.slug, 'by', u.handle,
        'at', ${iso(sql`upvotes.created_at`)}) as line
      from upvotes join papers p on p.id = upvotes.paper_id and p.removed_at is null
      join users u on u.id = upvotes.user_id and u.handle is not null and not u.votes_private
      where ${countedVote()}
      order by upvotes.paper_id, upvotes.created_at, lower(u.handle) collate "C"`,
  );
