import { type SQL, sql } from 'drizzle-orm';
import type { FollowingOrder, FollowReason } from '@/lib/follows/types';
import { db } from '../client';
import { collections, users } from '../schema';
import { shownCollection } from './collections';
import { countedVote } from './ranking';

/** Latest papers considered of an author or user, who have no index by score. */
const LATEST = 300;
/** Organizations are indexed by score only, so this many more are scanned for the newest. */
const SPARE = 200;

/**
 * Rows that all authors, all users, and all collections may return together; each at least a few.
 */
const BUDGET = 8_000;
const FEWEST = 40;

/** At most `most` rows, or an equal share of the budget if many are followed. */
const share = (
  userId: string,
  kind: 'author' | 'reader_id' | 'collection_id',
  most: number,
): SQL => sql`(
  select least(${most}, greatest(${FEWEST}, ${BUDGET} / greatest(1, count(*))))
  from follows where user_id = ${userId}::uuid and ${sql.identifier(kind)} is not null)`;

const mine = (userId: string): SQL => sql`f.user_id = ${userId}::uuid`;

/** Upvotes shown to followers: counted, and by users with public votes. */
const shownVote = sql`not u.votes_private and ${countedVote('v')}`;

/**
 * Papers from the user's follows without duplicates: by trending, or by when they appeared, latest
 * first. Each source returns its first few by an index; only those are merged.
 */
export function followedPapers(
  userId: string,
  order: FollowingOrder,
  { limit, offset }: { limit: number; offset: number },
): SQL {
  const most = limit + offset;
  const trending = order === 'trending';
  const votes = share(userId, 'reader_id', trending ? Math.max(most, LATEST) : most);
  return sql`
    select paper_id::double precision as id, max(at) as at from (
      select t.paper_id, t.trending, t.shuffle, t.submitted_at as at
      from follows f cross join lateral (
        select paper_id, trending, shuffle, submitted_at from paper_topics where topic = f.topic
        order by ${trending ? sql`trending` : sql`submitted_at`} desc nulls first, shuffle, paper_id
        limit ${most}
      ) t where ${mine(userId)} and f.topic is not null
      union all
      select p.id, p.trending, p.shuffle, p.submitted_at
      from follows f cross join lateral (
        select paper_id from paper_authors where lower(name) = lower(f.author)
        order by paper_id desc limit ${share(userId, 'author', LATEST)}
      ) a join papers p on p.id = a.paper_id and p.trending is not null
      where ${mine(userId)} and f.author is not null
      union all
      select p.id, p.trending, p.shuffle, p.submitted_at
      from follows f cross join lateral (
        select id, trending, shuffle, submitted_at from papers
        where organization_id = f.organization_id and trending is not null
        order by trending desc nulls first, shuffle, id
        limit ${trending ? most : most + SPARE}
      ) p where ${mine(userId)} and f.organization_id is not null
      union all
      select p.id, p.trending, p.shuffle, v.created_at
      from follows f join users u on u.id = f.reader_id
      cross join lateral (
        select user_id, paper_id, created_at from upvotes where user_id = f.reader_id
        order by created_at desc limit ${votes}
      ) v join papers p on p.id = v.paper_id and p.trending is not null
      where ${mine(userId)} and ${shownVote}
      union all
      select p.id, p.trending, p.shuffle, p.submitted_at
      from follows f join users u on u.id = f.reader_id and u.banned_at is null
      cross join lateral (
        select id, trending, shuffle, submitted_at from papers
        where submitted_by = f.reader_id and trending is not null
        order by submitted_at desc limit ${votes}
      ) p where ${mine(userId)}
      union all
      select p.id, p.trending, p.shuffle, a.added_at
      from follows f join collections on ${collections.id} = f.collection_id
      join users on ${users.id} = ${collections.ownerId}
      cross join lateral (
        select paper_id, added_at from collection_papers where collection_id = f.collection_id
        order by added_at desc limit ${share(userId, 'collection_id', Math.max(most, LATEST))}
      ) a join papers p on p.id = a.paper_id and p.removed_at is null
      where ${mine(userId)} and ${shownCollection}
    ) brought (paper_id, trending, shuffle, at)
    group by paper_id
    order by ${trending ? sql`max(trending)` : sql`max(at)`} desc nulls last, min(shuffle), paper_id
    limit ${limit} offset ${offset}`;
}

export async function listFollowed(
  userId: string,
  order: FollowingOrder,
  page: { limit: number; offset: number },
): Promise<number[]> {
  const rows = await db().execute<{ id: number }>(followedPapers(userId, order, page));
  return rows.map(({ id }) => id);
}

/** Returns all reasons for these papers, not only the first. */
export async function listReasons(
  userId: string,
  paperIds: number[],
): Promise<(FollowReason & { paperId: number })[]> {
  const ids = sql`any(${`{${paperIds}}`}::bigint[])`;
  const rows = await db().execute<FollowReason & { paperId: number }>(sql`
    select paper_id::double precision as "paperId", kind, value, label, how from (
      select t.paper_id, 1 as n, 'topic' as kind, t.topic as value, t.topic as label, 'of' as how
      from follows f join paper_topics t on t.topic = f.topic
      where ${mine(userId)} and t.paper_id = ${ids}
      union all
      select p.id, 2, 'organization', o.slug, o.name, 'of'
      from follows f join organizations o on o.id = f.organization_id
      join papers p on p.organization_id = o.id where ${mine(userId)} and p.id = ${ids}
      union all
      select distinct a.paper_id, 3, 'author', f.author, f.author, 'of'
      from follows f join paper_authors a on lower(a.name) = lower(f.author)
      where ${mine(userId)} and a.paper_id = ${ids}
      union all
      select p.id, 4, 'reader', u.handle, '@' || u.handle, 'submitted'
      from follows f join users u on u.id = f.reader_id and u.banned_at is null
      join papers p on p.submitted_by = u.id where ${mine(userId)} and p.id = ${ids}
      union all
      select v.paper_id, 5, 'reader', u.handle, '@' || u.handle, 'upvoted'
      from follows f join users u on u.id = f.reader_id
      join upvotes v on v.user_id = u.id
      where ${mine(userId)} and v.paper_id = ${ids} and ${shownVote}
      union all
      select cp.paper_id, 6, 'collection', ${collections.key}, ${collections.name}, 'of'
      from follows f join collections on ${collections.id} = f.collection_id
      join users on ${users.id} = ${collections.ownerId}
      join collection_papers cp on cp.collection_id = ${collections.id}
      where ${mine(userId)} and cp.paper_id = ${ids} and ${shownCollection}
    ) reasons order by paper_id, n, lower(label)`);
  return [...rows];
}

/** Trending papers scanned for follow suggestions. */
const LOOKED_THROUGH = 200;

/** The most frequent authors, organizations and topics among trending papers. */
export async function listSuggestions(
  userId: string,
  each: number,
): Promise<{ kind: FollowReason['kind']; value: string; label: string }[]> {
  const rows = await db().execute<{ kind: FollowReason['kind']; value: string; label: string }>(sql`
    with top as materialized (
      select id, categories, organization_id, submitted_by from papers where trending is not null
      order by trending desc nulls first, shuffle, id limit ${LOOKED_THROUGH}
    ), found as (
      select 'topic' as kind, topic as value, topic as label, count(*) as n
        from top, unnest(categories) as topic group by topic
      union all select 'organization', o.slug, o.name, count(*)
        from top join organizations o on o.id = organization_id group by o.slug, o.name
      union all select 'author', a.name, a.name, count(*)
        from top join paper_authors a on a.paper_id = top.id and a.position < 20 group by a.name
      union all select 'reader', u.handle, '@' || u.handle, count(*)
        from top join users u on u.id = submitted_by
        where u.handle is not null and u.banned_at is null and u.id <> ${userId}::uuid
        group by u.handle
    )
    select kind, value, label from (
      select *, row_number() over (partition by kind order by n desc, lower(label)) as place from found
    ) ranked where place <= ${each} order by kind, place`);
  return [...rows];
}
