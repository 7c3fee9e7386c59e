import { sql } from 'drizzle-orm';
import type { PlaceFigures, ViewCount } from '@/lib/views/types';
import { type Database, db } from '../client';
import { countedVote } from './ranking';

const list = (values: (number | string)[]): string => `{${values.join(',')}}`;

/**
 * Adds view counts in one statement; skips papers that do not exist. Locks rows in key order, so
 * that concurrent flushes wait for each other and never deadlock.
 */
export async function addViews(counts: ViewCount[], on: Database = db()): Promise<void> {
  const column = (name: keyof ViewCount) => list(counts.map((count) => count[name]));
  await on.execute(sql`
    insert into paper_views as v (paper_id, place, hour, views)
    select p.id, s.place, to_timestamp(s.hour / 1000), s.views
    from unnest(${column('paperId')}::bigint[], ${column('place')}::smallint[],
      ${column('hour')}::double precision[], ${column('views')}::int[])
      as s (paper_id, place, hour, views)
    join papers p on p.id = s.paper_id
    order by p.id, s.hour, s.place
    for key share of p
    on conflict (paper_id, hour, place) do update
      set views = least(v.views::bigint + excluded.views, 2147483647)::int`);
}

/**
 * Adds to the hour's shared counters in one statement and returns what each held before. In slot
 * order, so that concurrent flushes wait for each other and never deadlock.
 */
export async function countSlots(
  hour: number,
  added: Map<number, number>,
  on: Database = db(),
): Promise<Map<number, number>> {
  const rows = await on.execute<{ slot: number; views: number }>(sql`
    insert into view_slots as v (hour, slot, views)
    select to_timestamp(${hour / 1000}::double precision), s.slot, s.views
    from unnest(${list([...added.keys()])}::int[], ${list([...added.values()])}::int[])
      as s (slot, views)
    order by s.slot
    on conflict (hour, slot) do update set views = v.views + excluded.views
    returning slot, views`);
  return new Map(rows.map(({ slot, views }) => [slot, views - (added.get(slot) ?? 0)]));
}

/** Deletes counters of hours before the one that precedes `hour`, which late flushes still use. */
export async function deleteOldSlots(hour: number, on: Database = db()): Promise<void> {
  await on.execute(sql`
    delete from view_slots
    where hour < to_timestamp(${hour / 1000}::double precision) - interval '1 hour'`);
}

/** Deletes views older than any use of them. */
export async function deleteOldViews(days: number): Promise<number> {
  const gone = await db().execute(
    sql`delete from paper_views where hour < now() - make_interval(days => ${days})`,
  );
  return gone.count;
}

export type ChanceCandidate = { id: number; views: number };

/**
 * The newest `limit` papers listed from `from` to `until`, with their views so far: two index
 * scans, however many papers there are.
 */
export const listChanceCandidates = (
  { from, until }: { from: Date; until: Date },
  limit: number,
): Promise<ChanceCandidate[]> =>
  db().execute<ChanceCandidate>(sql`
    select c.id::double precision as id, coalesce(v.views, 0)::double precision as views
    from (
      select id from papers
      where trending is not null
        and submitted_at >= ${from.toISOString()}::timestamptz
        and submitted_at < ${until.toISOString()}::timestamptz
      order by submitted_at desc, shuffle, id
      limit ${limit}
    ) c
    cross join lateral (
      select sum(views) as views from paper_views
      where paper_id = c.id and hour < ${until.toISOString()}::timestamptz
    ) v`);

/** Returns the ids of the first papers by rank, and which of `asked` are listed. */
export async function getRanked(first: number, asked: number[]) {
  const [row] = await db().execute<{ ranked: string[]; listed: string[] }>(sql`
    select
      array(select id from papers where trending is not null
        order by trending desc, shuffle, id limit ${first})::text[] as ranked,
      array(select id from papers
        where id = any(${list(asked)}::bigint[]) and trending is not null)::text[] as listed`);
  return { ranked: row?.ranked.map(Number) ?? [], listed: row?.listed.map(Number) ?? [] };
}

/** Views and upvotes at positions 1 to `last` of Trending within the last `days` days. */
export const listPlaceFigures = (days: number, last: number): Promise<PlaceFigures[]> =>
  db().execute<PlaceFigures>(sql`
    with seen as (
      select place, sum(views)::double precision as views from paper_views
      where place between 1 and ${last} and hour >= now() - make_interval(days => ${days})
      group by place
    ), cast_there as (
      select place, count(*)::double precision as votes from upvotes u
      where place between 1 and ${last} and created_at >= now() - make_interval(days => ${days})
        and ${countedVote('u')}
      group by place
    )
    select place::int, coalesce(views, 0) as views, coalesce(votes, 0) as votes
    from seen full join cast_there using (place)
    order by place`);
