import { sql } from 'drizzle-orm';
import { WEIGHTS } from '@/lib/ranking/trending';
import type { Transaction } from '../../client';
import { ownPaper } from '../own-votes';
import { given, paperId, userId } from './rows';

const COMMENT = `id bigint, paper text, parent bigint, state text, author text, kind text,
  settled timestamptz, settled_by text, paper_version int, markdown text, html text, renderer int,
  upvotes int, reactions json, shuffle float8, created timestamptz, edited timestamptz,
  revisions json`;

/** Comments whose HTML was rendered again; `at` is when a missing one counts as gone. */
export async function loadComments(tx: Transaction, rows: object[], at: string): Promise<void> {
  await tx.execute(sql`
    insert into comments (id, paper_id, parent_id, user_id, kind, settled_at, settled_by,
      paper_version, markdown, html, renderer, upvote_count, shuffle, created_at, edited_at,
      deleted_at, hidden_at)
    overriding system value
    select id, ${paperId('r.paper')}, parent, ${userId('r.author')}, kind, settled,
      ${userId('r.settled_by')}, paper_version, coalesce(markdown, ''), coalesce(html, ''),
      coalesce(renderer, 0), coalesce(upvotes, 0), shuffle, created, edited,
      case when state = 'deleted' then ${at}::timestamptz end,
      case when state = 'hidden' then ${at}::timestamptz end
    from ${given(rows, COMMENT)} order by n`);
  // A trigger takes a comment without a version for one on the current version.
  await tx.execute(sql`
    update comments c set paper_version = null from ${given(rows, COMMENT)}
    where c.id = r.id and r.paper_version is null and c.paper_version is not null`);
  await tx.execute(sql`
    insert into comment_revisions (comment_id, revision, markdown, created_at)
    select r.id, e.place, e.line ->> 'markdown', (e.line ->> 'at')::timestamptz
    from ${given(rows, COMMENT)}
    cross join lateral json_array_elements(r.revisions) with ordinality as e(line, place)`);
  await tx.execute(sql`
    insert into unnamed_acts
    select 'comment upvote', r.id, null, r.upvotes from ${given(rows, COMMENT)}
    where r.upvotes > 0
    union all
    select 'reaction', r.id, e.key, e.value::int from ${given(rows, COMMENT)}
    cross join lateral json_each_text(r.reactions) e`);
}

/** Votes at their full weight, or none on a paper of one's own. */
export const loadUpvotes = (tx: Transaction, rows: object[]) =>
  tx.execute(sql`
    insert into upvotes (user_id, paper_id, weight, created_at)
    select v.user_id, v.paper_id,
      case when ${ownPaper(sql`v.user_id`, sql`v.paper_id`)} then 0
        else ${sql.raw(String(WEIGHTS.upvote))} end, v.at
    from (
      select ${userId('r.by')} as user_id, ${paperId('r.paper')} as paper_id, r.at, r.n
      from ${given(rows, 'paper text, by text, at timestamptz')}
    ) v order by v.n`);
