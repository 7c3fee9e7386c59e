import { type SQL, sql } from 'drizzle-orm';
import {
  type Histogram,
  histogramOf,
  type Scale,
  SPARKLINE_DAYS,
  sparklineStart,
} from '@/lib/ranking/histogram';
import { DEFAULT_SCALE, type TimeScale, WEIGHTS } from '@/lib/ranking/trending';
import type { Counted, Rated, SiteRanking, SourceVotes } from '@/lib/ranking/types';
import { db } from '../client';
import { PREPARED } from '../prepared';
import { countedComment, countedVote, siteBrings, siteScale, timeSql } from './ranking';

/** Converts milliseconds since 1970 to a Postgres timestamp. */
const instant = (ms: number): SQL => sql`to_timestamp(${ms / 1000}::double precision)`;

type RatedRow = Omit<Rated, 'listedAt' | 'scale'> & TimeScale & { listedAt: number };

/** The terms of a score, for papers `p`. */
const ratedColumns = sql`p.weight_sum as weight, p.exposure, p.outside_weight as "outsideWeight",
  p.outside_exposure as "outsideExposure", p.prior, p.trending as score,
  (extract(epoch from p.submitted_at) * 1000)::double precision as "listedAt",
  ${siteScale}`;

const ratedOf = (row: RatedRow): Rated => ({
  weight: row.weight,
  exposure: row.exposure,
  outsideWeight: row.outsideWeight,
  outsideExposure: row.outsideExposure,
  prior: row.prior,
  score: row.score,
  scale: { halfLife: row.halfLife, since: row.since, base: row.base },
  listedAt: new Date(row.listedAt).toISOString(),
});

export type Standing = {
  rated: Rated;
  /** Papers ranked above it, counted up to the limit. */
  ahead: number;
  above: { id: number; slug: string; title: string; trending: number } | null;
};

/**
 * Returns a paper's rank on Trending; null if it is not listed. The cost grows with `limit`, not
 * with the number of papers: both queries scan the feed's index from the paper on.
 */
export async function getStanding(paperId: number, limit: number): Promise<Standing | null> {
  const before = sql`p.trending is not null and p.trending >= me.trending
    and not (p.trending = me.trending and (p.shuffle, p.id) >= (me.shuffle, me.id))`;
  const [row] = await db().execute<
    RatedRow & { ahead: number; above: Standing['above'] }
  >(sql`${PREPARED}
    select ${ratedColumns}, ahead.papers as ahead, case when above.id is not null
      then json_build_object('id', above.id, 'slug', above.slug, 'title', above.title,
        'trending', above.trending) end as above
    from papers p
    cross join lateral (select p.id, p.trending, p.shuffle) me
    cross join lateral (
      select count(*)::int as papers from (
        select from papers p where ${before}
        order by p.trending, p.shuffle desc, p.id desc limit ${limit}
      ) counted
    ) ahead
    left join lateral (
      select p.id, p.slug, p.title, p.trending from papers p where ${before}
      order by p.trending, p.shuffle desc, p.id desc limit 1
    ) above on true
    where p.id = ${paperId} and p.trending is not null`);
  if (!row) return null;
  const { ahead, above } = row;
  return { rated: ratedOf(row), ahead, above };
}

/** Papers of the last week that are compared at most. */
const MOST_BESIDE = 5_000;

/**
 * Returns the rates of the papers listed within the last week, lowest first. A rate is a score
 * without its age.
 */
export async function listWeekRates(): Promise<number[]> {
  const [row] = await db().execute<{ rates: number[] }>(sql`
    select coalesce(json_agg(rate order by rate), '[]') as rates from (
      select p.trending - ${timeSql(sql`p.submitted_at`)} as rate from papers p
      where p.trending is not null and p.submitted_at > now() - interval '7 days'
      order by p.submitted_at desc limit ${MOST_BESIDE}
    ) week`);
  return row?.rates ?? [];
}

/**
 * Returns a paper's counted events and the time of its first upvote (ms since 1970). A private
 * upvote by the submitter or an author is not counted separately, since so few people could have
 * cast it.
 */
export async function getCounted(
  paperId: number,
): Promise<Counted & { firstUpvote: number | null }> {
  const [row] = await db().execute<Counted & { firstUpvote: number | null }>(sql`${PREPARED}
    select
      (count(*) filter (where v.brings is null))::int as lists,
      (count(*) filter (where v.brings is not null))::int as elsewhere,
      (count(*) filter (where v.weight > 0 and v.weight < ${WEIGHTS.upvote}))::int as young,
      (count(*) filter (where v.weight = 0 and not (
        select votes_private from users u where u.id = v.user_id)))::int as own,
      (extract(epoch from min(v.created_at)) * 1000)::double precision as "firstUpvote",
      (select count(distinct c.user_id)::int from papers p join comments c on c.paper_id = p.id
        where p.id = ${paperId} and ${countedComment}) as comments
    from upvotes v where v.paper_id = ${paperId} and ${countedVote('v')}`);
  return row ?? { lists: 0, elsewhere: 0, young: 0, own: 0, comments: 0, firstUpvote: null };
}

/** Upvotes of the paper on other sites. */
export async function listSourceVotes(paperId: number): Promise<SourceVotes[]> {
  const rows = await db().execute<SourceVotes>(sql`${PREPARED}
    select site, max(upvotes)::int as upvotes from paper_listings
    where paper_id = ${paperId} and upvotes > 0 group by site
    order by upvotes desc, site`);
  return [...rows];
}

/** Counts a paper's upvotes that moderators excluded and the users have not removed. */
export async function countExcludedVotes(paperId: number): Promise<number> {
  const [row] = await db().execute<{ count: number }>(sql`${PREPARED}
    select count(*)::int as count from excluded_votes x
    join upvotes v on v.paper_id = x.paper_id and v.user_id = x.user_id
    where x.paper_id = ${paperId}`);
  return row?.count ?? 0;
}

/** Returns the first paper of Trending by score; null if there is none. */
export async function getFirstPaper() {
  const [row] = await db().execute<RatedRow & { slug: string; title: string }>(sql`
    select p.slug, p.title, ${ratedColumns} from papers p
    where p.trending is not null order by p.trending desc, p.shuffle, p.id limit 1`);
  return row ? { slug: row.slug, title: row.title, rated: ratedOf(row) } : null;
}

export async function getSiteRanking(): Promise<SiteRanking> {
  const [row] = await db().execute<TimeScale & { brings: number }>(
    sql`select ${siteScale}, ${siteBrings} as brings`,
  );
  if (!row) return { scale: DEFAULT_SCALE, brings: 0 };
  const { brings, ...scale } = row;
  return { scale, brings };
}

/** A paper's counted upvotes, by the intervals of a plot. */
export async function getUpvotesOverTime(paperId: number, scale: Scale): Promise<Histogram> {
  const rows = await db().execute<{ bin: number; count: number }>(sql`${PREPARED}
    select floor(extract(epoch from v.created_at - ${instant(scale.from)})::double precision
        / ${scale.width / 1000})::int as bin, count(*)::int as count
    from upvotes v where v.paper_id = ${paperId} and ${countedVote('v')}
    group by bin`);
  return histogramOf(scale, rows);
}

/**
 * Counted upvotes per UTC day of the last fourteen days by paper, oldest first. Papers without any
 * are left out.
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
