import { type SQL, sql } from 'drizzle-orm';
import type { GroupVotes } from '@/lib/groups/types';
import { db } from '../client';
import { countedVote } from './ranking';

/** Half-open: `to` is exclusive. */
export type Span = { from: Date; to: Date };

/**
 * Private voters a group needs before it counts their votes. With fewer, subtracting the named
 * votes would identify them.
 */
export const FEWEST_PRIVATE = 3;

/**
 * Whether a group may show that member `u` voted: the votes are public, or enough members keep
 * theirs private. Banned members do not add to that number, because their votes are not counted.
 */
const shownIn = (groupId: number): SQL => sql`(not u.votes_private or (
  select count(*) from group_members others join users o on o.id = others.user_id
  where others.group_id = ${groupId} and o.votes_private and o.handle is not null
    and o.banned_at is null) >= ${FEWEST_PRIVATE})`;

/** Counted upvotes of members that may be shown; a private one is counted, never named. */
const memberVotes = (groupId: number, when: SQL): SQL => sql`
  from group_members m
  join users u on u.id = m.user_id
  join upvotes v on v.user_id = m.user_id and ${when}
  join papers p on p.id = v.paper_id and p.removed_at is null
  where m.group_id = ${groupId} and ${countedVote('v')}
    and ${shownIn(groupId)}`;

/** Papers by members' upvotes in a span, most first; ties in trending order. */
export const groupPapers = (
  groupId: number,
  { from, to }: Span,
  { limit, offset }: { limit: number; offset: number },
): SQL => sql`
  select v.paper_id::double precision as "paperId", count(*)::int as votes,
    coalesce(json_agg(json_build_object('handle', u.handle, 'name', u.name) order by v.created_at)
      filter (where not u.votes_private and u.handle is not null), '[]') as named
  ${memberVotes(
    groupId,
    sql`v.created_at >= ${from.toISOString()}::timestamptz
    and v.created_at < ${to.toISOString()}::timestamptz`,
  )}
  group by v.paper_id, p.trending, p.shuffle
  order by count(*) desc, p.trending desc nulls last, p.shuffle, v.paper_id
  limit ${limit} offset ${offset}`;

export async function listGroupVotes(
  groupId: number,
  span: Span,
  page: { limit: number; offset: number },
): Promise<GroupVotes[]> {
  return [...(await db().execute<GroupVotes>(groupPapers(groupId, span, page)))];
}

/** Each member's nearest upvote before or after a span, one index step each. */
const nearest = (groupId: number, when: SQL, order: SQL): SQL => sql`
  from group_members m
  join users u on u.id = m.user_id and ${shownIn(groupId)}
  cross join lateral (
    select v.created_at from upvotes v
    where v.user_id = m.user_id and ${when} and ${countedVote('v')}
    order by v.created_at ${order} limit 1
  ) v where m.group_id = ${groupId}`;

/** Times of the members' nearest upvotes before and after a span. */
export async function getVotesBeside(
  groupId: number,
  { from, to }: Span,
): Promise<{ before: Date | null; after: Date | null }> {
  const earlier = sql`v.created_at < ${from.toISOString()}::timestamptz`;
  const later = sql`v.created_at >= ${to.toISOString()}::timestamptz`;
  const [row] = await db().execute<{ before: string | null; after: string | null }>(sql`
    select
      (select max(v.created_at) ${nearest(groupId, earlier, sql`desc`)})::text as before,
      (select min(v.created_at) ${nearest(groupId, later, sql`asc`)})::text as after`);
  const date = (text: string | null | undefined) => (text ? new Date(text) : null);
  return { before: date(row?.before), after: date(row?.after) };
}
