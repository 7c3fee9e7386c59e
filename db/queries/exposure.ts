import { sql } from 'drizzle-orm';
import { type List, SHARE_DAYS, type Stood } from '@/lib/ranking/exposure';
import type { Executor, Transaction } from '../client';
import { countedVote, scoreSql, storedFigures } from './ranking';

const at = (hour: number) => sql`to_timestamp(${hour / 1000}::double precision)`;
const list = (values: (number | string)[]): string => `{${values.join(',')}}`;

/** Takes the exposure lock until the transaction ends; returns false if another process has it. */
export async function tryExposureLock(tx: Transaction): Promise<boolean> {
  const [row] = await tx.execute<{ free: boolean }>(
    sql`select pg_try_advisory_xact_lock(hashtext('papertide exposure')) as free`,
  );
  return row?.free ?? false;
}

/** Full hours before `until` (ms since 1970) with uncounted views. */
export async function listUncountedHours(on: Executor, until: number): Promise<number[]> {
  const rows = await on.execute<{ hour: number }>(sql`
    select (extract(epoch from hour) * 1000)::double precision as hour from (
      select distinct hour from paper_views where place <> 0 and hour < ${at(until)}
      except select hour from exposure_hours
    ) missed order by missed.hour`);
  return rows.map(({ hour }) => hour);
}

/** Marks an hour as counted; returns false if it already is. */
export async function claimHour(tx: Transaction, hour: number): Promise<boolean> {
  const rows = await tx.execute(sql`
    insert into exposure_hours (hour) values (${at(hour)}) on conflict do nothing returning hour`);
  return rows.length > 0;
}

const byList = (place: number): { list: List; place: number } =>
  place > 0 ? { list: 'trending', place } : { list: 'new', place: -place };

/** Views of each position in the hour, and within the SHARE_DAYS before its end. */
export async function listPlaceViews(
  on: Executor,
  hour: number,
): Promise<{ list: List; place: number; inHour: number; usual: number }[]> {
  const rows = await on.execute<{ place: number; inHour: number; usual: number }>(sql`
    select place::int, sum(views)::double precision as usual,
      coalesce(sum(views) filter (where hour = ${at(hour)}), 0)::double precision as "inHour"
    from paper_views
    where place <> 0 and hour <= ${at(hour)} and hour > ${at(hour)} - make_interval(days => ${SHARE_DAYS})
    group by place`);
  return rows.map(({ place, inHour, usual }) => ({ ...byList(place), inHour, usual }));
}

/**
 * The paper at each position in an hour: as logged at its start, or, for positions that were not
 * logged, the one most viewed there.
 */
export async function listStood(on: Executor, hour: number): Promise<Stood[]> {
  const rows = await on.execute<{ place: number; paperId: number }>(sql`
    select coalesce(l.place, v.place)::int as place,
      coalesce(l.paper_id, v.paper_id)::double precision as "paperId"
    from (select place, paper_id from place_log where hour = ${at(hour)}) l
    full join (
      select distinct on (place) place, paper_id from paper_views
      where hour = ${at(hour)} and place <> 0 order by place, views desc, paper_id
    ) v on v.place = l.place`);
  return rows.map(({ place, paperId }) => ({ ...byList(place), paperId }));
}

/** Adds an hour's gains to the papers' exposure and scores; locks them in id order. */
export async function addExposures(
  tx: Transaction,
  hour: number,
  gained: Map<number, number>,
): Promise<void> {
  if (gained.size === 0) return;
  const [ids, values] = [list([...gained.keys()]), list([...gained.values()])];
  await tx.execute(sql`
    select from papers where id = any(${ids}::bigint[]) order by id for no key update`);
  await tx.execute(sql`
    insert into paper_exposures as x (paper_id, day, exposure)
    select p.id, (${at(hour)} at time zone 'UTC')::date, g.exposure
    from unnest(${ids}::bigint[], ${values}::double precision[]) g (id, exposure)
    join papers p on p.id = g.id
    on conflict (paper_id, day) do update set exposure = x.exposure + excluded.exposure`);
  const stored = storedFigures();
  const exposure = sql`${stored.exposure} + g.exposure`;
  await tx.execute(sql`
    update papers set exposure = ${exposure},
      trending = case when trending is not null
        then ${scoreSql({ ...stored, exposure })} end
    from unnest(${ids}::bigint[], ${values}::double precision[]) g (id, exposure)
    where papers.id = g.id`);
}

/** Counts views and full-weight upvotes at list positions within the last SHARE_DAYS. */
export async function countListVotes(on: Executor): Promise<{ views: number; votes: number }> {
  const [row] = await on.execute<{ views: number; votes: number }>(sql`
    select
      (select coalesce(sum(views), 0)::double precision from paper_views
        where place <> 0 and hour > now() - make_interval(days => ${SHARE_DAYS})) as views,
      (select count(*)::double precision from upvotes u where place is not null
        and created_at > now() - make_interval(days => ${SHARE_DAYS}) and ${countedVote('u')}) as votes`);
  return row ?? { views: 0, votes: 0 };
}

export async function saveViewsAVote(on: Executor, views: number): Promise<void> {
  await on.execute(sql`update ranking_state set views_a_vote = ${views}`);
}

/** The first `limit` papers of both lists by their own order. */
export async function listFirstPlaces(on: Executor, limit: number) {
  const [row] = await on.execute<{ trending: string[]; newest: string[] }>(sql`
    select
      array(select id from papers where trending is not null
        order by trending desc, shuffle, id limit ${limit})::text[] as trending,
      array(select id from papers where trending is not null
        order by submitted_at desc, shuffle, id limit ${limit})::text[] as newest`);
  return { trending: row?.trending.map(Number) ?? [], newest: row?.newest.map(Number) ?? [] };
}

export type Logged = { place: number; paperId: number; chance: number | null };

/** Logs which paper is at each position at the start of an hour; keeps existing rows. */
export async function logPlaces(tx: Transaction, hour: number, rows: Logged[]): Promise<void> {
  if (rows.length === 0) return;
  const chances = rows.map(({ chance }) => chance ?? 'null');
  await tx.execute(sql`
    insert into place_log (hour, place, paper_id, chance)
    select ${at(hour)}, l.place, p.id, l.chance
    from unnest(${list(rows.map(({ place }) => place))}::smallint[],
      ${list(rows.map(({ paperId }) => paperId))}::bigint[],
      ${list(chances)}::double precision[]) l (place, id, chance)
    join papers p on p.id = l.id
    on conflict do nothing`);
}

/** Whether an hour's positions are logged. */
export async function hasPlaces(on: Executor, hour: number): Promise<boolean> {
  const rows = await on.execute(sql`select from place_log where hour = ${at(hour)} limit 1`);
  return rows.length > 0;
}

/** Deletes positions older than any view that could still be counted. */
export async function deleteOldPlaces(on: Executor, days: number): Promise<number> {
  const gone = await on.execute(
    sql`delete from place_log where hour < now() - make_interval(days => ${days})`,
  );
  await on.execute(
    sql`delete from exposure_hours where hour < now() - make_interval(days => ${days + 5})`,
  );
  return gone.count;
}

/** Days (UTC, ms since 1970) among the last `days` with upvotes, before the first counted hour. */
export async function listDaysBeforeViews(on: Executor, days: number): Promise<number[]> {
  const rows = await on.execute<{ day: number }>(sql`
    with first as (
      select date_trunc('day', min(hour) at time zone 'UTC') at time zone 'UTC' as day
      from exposure_hours
    )
    select (extract(epoch from voted.day) * 1000)::double precision as day from (
      select distinct date_trunc('day', created_at at time zone 'UTC') at time zone 'UTC' as day
      from upvotes, first
      where created_at < first.day and created_at > now() - make_interval(days => ${days})
    ) voted order by voted.day`);
  return rows.map(({ day }) => day);
}

/** Hours after which an upvote counts half for a paper's assumed position. */
const PLACED_BY = 48;

/** A day's upvotes, and the day's first papers on Trending by recent upvotes. */
export async function getDayBeforeViews(on: Executor, day: number, places: number) {
  const end = sql`(${at(day)} + interval '1 day')`;
  const [row] = await on.execute<{ votes: number; ids: string[] }>(sql`
    select
      (select count(*)::int from upvotes u where created_at >= ${at(day)} and created_at < ${end}
        and weight > 0 and ${countedVote('u')}) as votes,
      array(
        select p.id from papers p cross join lateral (
          select coalesce(sum(weight * 2 ^ (
            extract(epoch from u.created_at - ${end})::double precision / ${PLACED_BY * 3600})), 0) as recent
          from upvotes u where u.paper_id = p.id and created_at < ${end} and ${countedVote('u')}
        ) voted
        where trending is not null and submitted_at < ${end}
          and submitted_at > ${end} - interval '14 days'
        order by recent
            + 2 ^ (extract(epoch from submitted_at - ${end})::double precision / ${PLACED_BY * 3600}) desc,
          shuffle, id
        limit ${places}
      )::text[] as ids`);
  return { votes: row?.votes ?? 0, ids: row?.ids.map(Number) ?? [] };
}
