import { type SQL, sql } from 'drizzle-orm';
import {
  type Composition,
  inOrder,
  LAST_DAY_HOURS,
  LAST_WEEK_HOURS,
  type PartName,
  type TypedEvent,
} from '@/lib/ranking/composition';
import {
  type Histogram,
  histogramOf,
  type Scale,
  SPARKLINE_DAYS,
  sparklineStart,
} from '@/lib/ranking/histogram';
import { HALF_LIFE_HOURS, WEIGHTS } from '@/lib/ranking/trending';
import { db } from '../client';
import { countedComment, countedVote, listedForItself } from './ranking';

/** Milliseconds since 1970 as a time of Postgres. */
const instant = (ms: number): SQL => sql`to_timestamp(${ms / 1000}::double precision)`;

/** `heat` of one event at the time `now`; as in ./ranking, 2^-1000 stands for what is even less. */
const heatSql = (weight: SQL | number, at: SQL, now: SQL): SQL => {
  const halfLives = sql`extract(epoch from ${at} - ${now})::double precision / ${HALF_LIFE_HOURS * 3600}`;
  return sql`(${weight}::double precision * power(2::double precision, greatest(${halfLives}, -1000)))`;
};

export type Standing = {
  trending: number;
  /** Papers ranked before it, counted up to the limit. */
  ahead: number;
  above: { slug: string; title: string; trending: number } | null;
};

/**
 * Where a paper stands on Trending; null when it is on no feed. What it costs grows with `limit`,
 * not with the number of papers: both questions read the feed's own index from the paper on.
 */
export async function getStanding(paperId: number, limit: number): Promise<Standing | null> {
  const before = sql`p.trending is not null and p.trending >= me.trending
    and not (p.trending = me.trending and (p.shuffle, p.id) >= (me.shuffle, me.id))`;
  const [row] = await db().execute<{
    trending: number;
    ahead: number;
    slug: string | null;
    title: string | null;
    above: number | null;
  }>(sql`
    select me.trending, ahead.papers as ahead, above.slug, above.title, above.trending as above
    from (select id, trending, shuffle from papers where id = ${paperId} and trending is not null) me
    cross join lateral (
      select count(*)::int as papers from (
        select from papers p where ${before}
        order by p.trending, p.shuffle desc, p.id desc limit ${limit}
      ) counted
    ) ahead
    left join lateral (
      select p.slug, p.title, p.trending from papers p where ${before}
      order by p.trending, p.shuffle desc, p.id desc limit 1
    ) above on true`);
  if (!row) return null;
  const { trending, ahead, slug, title, above } = row;
  return {
    trending,
    ahead,
    above:
      slug === null || title === null || above === null ? null : { slug, title, trending: above },
  };
}

export type Origins = {
  composition: Composition;
  /** When the first upvote that counts was cast; milliseconds since 1970. */
  firstUpvote: number | null;
};

/** `compose` of lib/ranking in SQL: what the heat of a paper is made of at `now` (milliseconds). */
export async function getOrigins(paperId: number, now: number): Promise<Origins> {
  const at = instant(now);
  const rows = await db().execute<{
    part: PartName;
    events: number;
    light: number;
    heat: number;
    first: number;
  }>(sql`
    select part, count(*)::int as events, (count(*) filter (where light))::int as light,
      sum(heat) as heat, (extract(epoch from min(at)) * 1000)::double precision as first
    from (
      select case
          when v.created_at > ${at} - ${LAST_DAY_HOURS} * interval '1 hour' then 'lastDay'
          when v.created_at > ${at} - ${LAST_WEEK_HOURS} * interval '1 hour' then 'lastWeek'
          else 'older' end as part,
        v.weight < ${WEIGHTS.upvote} as light,
        ${heatSql(sql`v.weight`, sql`v.created_at`, at)} as heat, v.created_at as at
      from upvotes v where v.paper_id = ${paperId} and ${countedVote('v')}
      union all
      select 'comments', false, ${heatSql(WEIGHTS.comment, sql`first.at`, at)}, first.at
      from (
        select min(c.created_at) as at from papers p join comments c on c.paper_id = p.id
        where p.id = ${paperId} and ${countedComment} group by c.user_id
      ) first
      union all
      select 'submission', false, ${heatSql(WEIGHTS.submission, sql`p.submitted_at`, at)},
        p.submitted_at
      from papers p where p.id = ${paperId} and ${listedForItself}
    ) events
    group by part`);
  const votes = rows.filter(({ part }) => part !== 'comments' && part !== 'submission');
  return {
    composition: inOrder(rows.map(({ first: _, ...part }) => part)),
    firstUpvote: votes.length > 0 ? Math.min(...votes.map(({ first }) => first)) : null,
  };
}

/** The upvotes of a paper that moderators excluded and that nobody has taken back since. */
export async function countExcludedVotes(paperId: number): Promise<number> {
  const [row] = await db().execute<{ count: number }>(sql`
    select count(*)::int as count from excluded_votes x
    join upvotes v on v.paper_id = x.paper_id and v.user_id = x.user_id
    where x.paper_id = ${paperId}`);
  return row?.count ?? 0;
}

/** The first paper of Trending by score; null on a site without any. */
export async function getFirstPaper() {
  const [row] = await db().execute<{
    id: number;
    slug: string;
    title: string;
    trending: number;
  }>(sql`
    select id::double precision as id, slug, title, trending from papers
    where trending is not null order by trending desc, shuffle, id limit 1`);
  return row ?? null;
}

/** The newest event of each kind that counts for a paper; times in milliseconds since 1970. */
export async function listLatestEvents(paperId: number): Promise<TypedEvent[]> {
  const rows = await db().execute<{ kind: TypedEvent['kind']; weight: number; at: number }>(sql`
    select kind, weight, (extract(epoch from at) * 1000)::double precision as at from (
      select 'submission' as kind, ${WEIGHTS.submission}::double precision as weight,
        p.submitted_at as at
      from papers p where p.id = ${paperId} and ${listedForItself}
      union all
      (select 'upvote', v.weight, v.created_at from upvotes v
        where v.paper_id = ${paperId} and ${countedVote('v')}
        order by v.created_at desc limit 1)
      union all
      select 'comment', ${WEIGHTS.comment}, max(at) from (
        select min(c.created_at) as at from papers p join comments c on c.paper_id = p.id
        where p.id = ${paperId} and ${countedComment} group by c.user_id
      ) first having max(at) is not null
    ) latest`);
  return [...rows];
}

/** The upvotes of a paper that count, over the stretches of a plot. */
export async function getUpvotesOverTime(paperId: number, scale: Scale): Promise<Histogram> {
  const rows = await db().execute<{ bin: number; count: number }>(sql`
    select floor(extract(epoch from v.created_at - ${instant(scale.from)})::double precision
        / ${scale.width / 1000})::int as bin, count(*)::int as count
    from upvotes v where v.paper_id = ${paperId} and ${countedVote('v')}
    group by bin`);
  return histogramOf(scale, rows);
}

/**
 * Upvotes a day of papers over the last fourteen days of UTC, oldest first, of those that count. A
 * paper without any is left out.
 */
export async function listSparklines(
  paperIds: number[],
  now: number,
): Promise<Map<number, number[]>> {
  const from = instant(sparklineStart(now));
  const rows = await db().execute<{ id: number; day: number; count: number }>(sql`
    select v.paper_id::double precision as id,
      floor(extract(epoch from v.created_at - ${from}) / 86400)::int as day, count(*)::int as count
    from upvotes v
    where v.paper_id = any(${`{${paperIds}}`}::bigint[]) and v.created_at >= ${from}
      and ${countedVote('v')}
    group by v.paper_id, day`);
  const lines = new Map<number, number[]>();
  for (const { id, day, count } of rows) {
    const line = lines.get(id) ?? Array.from({ length: SPARKLINE_DAYS }, () => 0);
    const at = Math.min(SPARKLINE_DAYS - 1, day);
    line[at] = (line[at] ?? 0) + count;
    lines.set(id, line);
  }
  return lines;
}
