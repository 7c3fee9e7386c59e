import { type SQL, sql } from 'drizzle-orm';
import type { Estimates, LoggedHour, PaperBefore } from '@/lib/evaluation/types';
import type { List } from '@/lib/ranking/exposure';
import { WEIGHTS } from '@/lib/ranking/trending';
import type { Executor } from '../client';
import { countedComment, countedVote } from './ranking';

const at = (time: number) => sql`to_timestamp(${time / 1000}::double precision)`;

/**
 * Counted upvotes and first comments, one row each, with what they add to a paper's figures; `u`
 * limits upvotes and `c` comments. Upvotes without weight are by the paper's submitter or authors.
 */
const events = (u: SQL, c: SQL): SQL => sql`
  select u.paper_id, u.created_at as at, u.place,
    case when u.brings is null then u.weight else 0 end as weight,
    case when u.brings is null then 0 else u.weight end as outside_weight,
    coalesce(u.weight * u.brings, 0) as outside_exposure, 1 as upvotes
  from upvotes u where u.weight > 0 and ${countedVote('u')} and ${u}
  union all
  select c.paper_id, min(c.created_at), null, ${WEIGHTS.comment}::double precision, 0, 0, 0
  from comments c join papers p on p.id = c.paper_id
  where ${countedComment} and ${c}
  group by c.paper_id, c.user_id`;

/** Papers logged from `begin` to `end` (ms since 1970), as of `begin`. */
export async function listPapersBefore(
  on: Executor,
  begin: number,
  end: number,
): Promise<PaperBefore[]> {
  type Row = Omit<PaperBefore, 'figures'> & PaperBefore['figures'] & { listedAt: number };
  const rows = await on.execute<Row>(sql`
    with logged as materialized (
      select distinct paper_id as id from place_log where hour >= ${at(begin)} and hour < ${at(end)}
    )
    select p.id::double precision as id, p.shuffle, p.prior,
      (extract(epoch from p.submitted_at) * 1000)::double precision as "listedAt",
      coalesce(e.weight, 0) as weight, coalesce(e.outside_weight, 0) as "outsideWeight",
      coalesce(e.outside_exposure, 0) as "outsideExposure",
      coalesce(e.upvotes, 0)::double precision as upvotes,
      coalesce(e.votes, 0)::double precision as votes, v.views, x.exposure
    from logged join papers p using (id)
    left join (
      select paper_id, sum(weight) as weight, sum(outside_weight) as outside_weight,
        sum(outside_exposure) as outside_exposure, sum(upvotes) as upvotes,
        count(place) as votes
      from (${events(
        sql`u.paper_id in (select id from logged)`,
        sql`c.paper_id in (select id from logged)`,
      )}) event
      where event.at < ${at(begin)} group by paper_id
    ) e on e.paper_id = p.id
    cross join lateral (
      select coalesce(sum(views), 0)::double precision as views from paper_views
      where paper_id = p.id and place <> 0 and hour < ${at(begin)}
    ) v
    cross join lateral (
      select coalesce(sum(exposure), 0) as exposure from paper_exposures
      where paper_id = p.id and day < (${at(begin)} at time zone 'UTC')::date
    ) x
    where p.submitted_at is not null`);
  return rows.map(({ id, shuffle, upvotes, views, votes, ...figures }) => ({
    ...{ id, shuffle, upvotes, views, votes },
    figures,
  }));
}

type Counts = {
  hour: number;
  paperId: number;
  trendingViews: number;
  newViews: number;
  trendingVotes: number;
  newVotes: number;
  weight: number;
  outsideWeight: number;
  outsideExposure: number;
  upvotes: number;
};

/**
 * The log's hours from `begin` to `end` in order, each with its counts; hours that were not logged
 * have counts only.
 */
export async function listLoggedHours(
  on: Executor,
  begin: number,
  end: number,
): Promise<LoggedHour[]> {
  const stood = await on.execute<{
    hour: number;
    place: number;
    paperId: number;
    chance: number | null;
  }>(sql`
    select (extract(epoch from hour) * 1000)::double precision as hour, place::int,
      paper_id::double precision as "paperId", chance
    from place_log where hour >= ${at(begin)} and hour < ${at(end)} order by place_log.hour, place`);
  const hours = new Map<number, LoggedHour>();
  const hourAt = (hour: number): LoggedHour => {
    const one = hours.get(hour) ?? { at: hour, stood: [], counted: [] };
    hours.set(hour, one);
    return one;
  };
  for (const { hour, place, paperId, chance } of stood) {
    const list: List = place > 0 ? 'trending' : 'new';
    hourAt(hour).stood.push({ list, place: Math.abs(place), paperId, chance });
  }
  for (const { hour, paperId, ...row } of await listCounts(on, begin, end)) {
    hourAt(hour).counted.push({
      paperId,
      views: { trending: row.trendingViews, new: row.newViews },
      votes: { trending: row.trendingVotes, new: row.newVotes },
      weight: row.weight,
      outsideWeight: row.outsideWeight,
      outsideExposure: row.outsideExposure,
      upvotes: row.upvotes,
    });
  }
  return [...hours.values()].sort((a, b) => a.at - b.at);
}

const listCounts = (on: Executor, begin: number, end: number): Promise<Counts[]> =>
  on.execute<Counts>(sql`
    with cast_then as (
      select paper_id, date_trunc('hour', event.at at time zone 'UTC') at time zone 'UTC' as hour,
        count(*) filter (where place > 0) as trending, count(*) filter (where place < 0) as newest,
        sum(weight) as weight, sum(outside_weight) as outside_weight,
        sum(outside_exposure) as outside_exposure, sum(upvotes) as upvotes
      from (${events(
        sql`u.created_at >= ${at(begin)} and u.created_at < ${at(end)}`,
        sql`c.paper_id in (select paper_id from comments recent
          where recent.created_at >= ${at(begin)} and recent.created_at < ${at(end)})`,
      )}) event
      where event.at >= ${at(begin)} and event.at < ${at(end)} group by 1, 2
    ), seen as (
      select paper_id, hour, coalesce(sum(views) filter (where place > 0), 0) as trending,
        coalesce(sum(views) filter (where place < 0), 0) as newest
      from paper_views where place <> 0 and hour >= ${at(begin)} and hour < ${at(end)}
      group by 1, 2
    )
    select (extract(epoch from hour) * 1000)::double precision as hour,
      paper_id::double precision as "paperId",
      coalesce(seen.trending, 0)::double precision as "trendingViews",
      coalesce(seen.newest, 0)::double precision as "newViews",
      coalesce(c.trending, 0)::double precision as "trendingVotes",
      coalesce(c.newest, 0)::double precision as "newVotes", coalesce(weight, 0) as weight,
      coalesce(outside_weight, 0) as "outsideWeight",
      coalesce(outside_exposure, 0) as "outsideExposure",
      coalesce(upvotes, 0)::double precision as upvotes
    from seen full join cast_then c using (paper_id, hour)`);

/** Returns when the position log begins (ms since 1970); null without one. */
export async function getLogBegin(on: Executor): Promise<number | null> {
  const [row] = await on.execute<{ begin: number | null }>(
    sql`select (extract(epoch from min(hour)) * 1000)::double precision as begin from place_log`,
  );
  return row?.begin ?? null;
}

export async function saveEstimates(on: Executor, estimates: Estimates): Promise<void> {
  await on.execute(sql`update ranking_state set estimates = ${JSON.stringify(estimates)}::jsonb`);
}

/** Returns the latest estimates; null before the first run. */
export async function getEstimates(on: Executor): Promise<Estimates | null> {
  const [row] = await on.execute<{ estimates: Estimates | null }>(
    sql`select estimates from ranking_state`,
  );
  return row?.estimates ?? null;
}
