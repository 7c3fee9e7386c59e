import { count, type SQL, sql } from 'drizzle-orm';
import { db } from '../client';
import { papers, paperTopics, publishedYear } from '../schema';

/**
 * Selects the papers of a feed page. Each query finds ids by an index only; listPapers (papers.ts)
 * reads the rows.
 */
export type Page = { limit: number; offset: number };

type Days = { first: string; last: string };

async function ids(query: SQL): Promise<number[]> {
  const rows = await db().execute<{ id: string }>(query);
  return rows.map(({ id }) => Number(id));
}

const at = ({ limit, offset }: Page): SQL => sql`limit ${limit} offset ${offset}`;

const TRENDING = sql`trending desc, shuffle, id`;
const NEWEST = sql`submitted_at desc, shuffle, id`;
const year = publishedYear(papers.publishedAt);

/** `without` excludes papers. */
export const listTrending = (page: Page, without: number[] = []) =>
  ids(sql`select id from papers
    where trending is not null and id <> all(${`{${without}}`}::bigint[])
    order by ${TRENDING} ${at(page)}`);

/** Keyset cursor of Trending. */
export type TrendingKey = { trending: number; shuffle: number; id: number };

/** Trending after a cursor, or from the start; the cost does not grow with depth. */
export const listTrendingAfter = (key: TrendingKey | null, limit: number) => {
  const after = key
    ? sql`and trending <= ${key.trending}
        and (trending < ${key.trending} or (shuffle, id) > (${key.shuffle}, ${key.id}))`
    : sql``;
  return db().execute<TrendingKey>(sql`
    select trending, shuffle, id::double precision as id from papers
    where trending is not null ${after} order by trending desc, shuffle, papers.id limit ${limit}`);
};

export const listNewest = (page: Page) =>
  ids(sql`select id from papers where trending is not null order by ${NEWEST} ${at(page)}`);

export const listWithCode = (page: Page) =>
  ids(sql`select id from papers where trending is not null and code_url is not null
    order by ${TRENDING} ${at(page)}`);

/** By stars a day over the last week; has its own index and no effect on Trending. */
export const listCodeMomentum = (page: Page) =>
  ids(sql`select id from papers where trending is not null and code_momentum is not null
    order by code_momentum desc, shuffle, id ${at(page)}`);

export const listYear = (published: number, page: Page) =>
  ids(sql`select id from papers where trending is not null and ${year} = ${published}
    order by ${TRENDING} ${at(page)}`);

/** Returns the earliest publication year of a listed paper. */
export async function getFirstYear(): Promise<number | null> {
  const [row] = await db().execute<{ first: number | null }>(
    sql`select min(${year}) as first from papers where trending is not null`,
  );
  return row?.first ?? null;
}

/**
 * Upvotes that a day's first paper needs before own upvotes alone decide. Below that, a mirrored
 * day keeps its source's order: the source's upvotes are in the papers' prior.
 */
const FEW_UPVOTES = 5;

/** Papers of `days.day`: by their own day, and by another site's list of that day. */
const OWN = sql`feed_day = days.day::date`;
const named = (paper: SQL): SQL => sql`feed_day <> days.day::date
  and ${paper} in (select l.paper_id from paper_listings l where l.day = days.day::date)`;

/** A day's order by upvotes, and by upvotes plus prior. */
type OfDay = { upvoted: SQL; withPrior: SQL };

/**
 * Merges the days' own orders; the cost depends on the number of days, not papers. A paper of
 * several days appears once, at its best position.
 */
const mergeDays = ({ first, last }: Days, { upvoted, withPrior }: OfDay, page: Page): SQL => {
  const most = sql`limit ${page.limit + page.offset}`;
  const byUpvotes = sql`order by upvote_count desc, shuffle, id`;
  return sql`
    select id from generate_series(${first}::date, ${last}::date, '1 day') as days (day)
    cross join lateral (
      select coalesce((select upvote_count from (${upvoted}) as own ${byUpvotes} limit 1),
        ${FEW_UPVOTES}) < ${FEW_UPVOTES} as few
    ) votes
    cross join lateral (
      (select id, upvote_count::double precision as standing, shuffle from (${upvoted}) as own
        where not few ${byUpvotes} ${most})
      union all
      (select id, standing, shuffle from (${withPrior}) as own where few
        order by standing desc, shuffle, id ${most})
    ) as of_day
    group by id, shuffle
    order by max(standing) desc, shuffle, id ${at(page)}`;
};

/** Papers of some days by upvotes. */
export function listDays(days: Days, page: Page): Promise<number[]> {
  const rows = (standing: SQL) => {
    const listed = sql`select id, ${standing}, shuffle from papers where trending is not null`;
    return sql`${listed} and ${OWN} union all ${listed} and ${named(sql`papers.id`)}`;
  };
  const withPrior = rows(sql`upvote_count + prior - 1 as standing`);
  return ids(mergeDays(days, { upvoted: rows(sql`upvote_count`), withPrior }, page));
}

/** Candidates for most discussed: twice what its last page can reach. */
const DISCUSSED = 5_000;

/** By visible comments of the last 30 days, which alone determine the cost. */
export const listDiscussed = (page: Page) =>
  ids(sql`
    select listed.id from (
      select paper_id, count(*) as recent from comments
      where created_at > now() - interval '30 days' and deleted_at is null and hidden_at is null
      group by paper_id order by recent desc, hashint8(paper_id) limit ${DISCUSSED}
    ) as talk
    cross join lateral (
      select id, shuffle from papers where id = talk.paper_id and trending is not null limit 1
    ) as listed
    order by recent desc, shuffle, id ${at(page)}`);

export type TopicOrder = 'trending' | 'new';

const BY_TOPIC: Record<TopicOrder, SQL> = {
  trending: sql`trending desc, shuffle, paper_id`,
  new: sql`submitted_at desc, shuffle, paper_id`,
};

export const listTopic = (topic: string, order: TopicOrder, page: Page) =>
  ids(sql`select paper_id as id from paper_topics where topic = ${topic}
    order by ${BY_TOPIC[order]} ${at(page)}`);

/** A topic's papers of some days by upvotes. */
export function listTopicDays(topic: string, days: Days, page: Page): Promise<number[]> {
  const rows = (listed: SQL) =>
    sql`${listed} and ${OWN} union all ${listed} and ${named(sql`t.paper_id`)}`;
  const upvoted = rows(sql`
    select t.paper_id as id, t.upvote_count, t.shuffle from paper_topics t
    where t.topic = ${topic}`);
  const withPrior = rows(sql`
    select t.paper_id as id, t.upvote_count + p.prior - 1 as standing, t.shuffle
    from paper_topics t join (select id, prior from papers) p on p.id = t.paper_id
    where t.topic = ${topic}`);
  return ids(mergeDays(days, { upvoted, withPrior }, page));
}

/** Scans a whole index; call it rarely. */
export async function listTopicCounts(): Promise<{ topic: string; papers: number }[]> {
  return db()
    .select({ topic: paperTopics.topic, papers: count() })
    .from(paperTopics)
    .groupBy(paperTopics.topic);
}

export type FilterConditions = {
  topic: string | null;
  hasCode: boolean;
  year: number | null;
  order: TopicOrder;
};

/** Entries of an order that a filter scans at most; bounds the cost. */
export const LOOKED_THROUGH = 50_000;

/** The first entries of the topic's, the year's or the site's order, each by its index. */
function candidates({ topic, year: published, order }: FilterConditions): SQL {
  const keys = order === 'new' ? sql`submitted_at` : sql`trending`;
  return topic === null
    ? sql`select id, ${keys} as score, shuffle, code_url is not null as has_code
        from papers where trending is not null
        ${published === null ? sql`` : sql`and ${year} = ${published}`}
        order by ${keys} desc, shuffle, id`
    : sql`select paper_id as id, ${keys} as score, shuffle, has_code, year
        from paper_topics where topic = ${topic} order by ${keys} desc, shuffle, paper_id`;
}

/** Papers that meet all conditions; `complete` is false if the scan stopped at its limit. */
export async function listFiltered(filter: FilterConditions, page: Page) {
  const { topic, hasCode, year: published } = filter;
  const found = await ids(sql`
    select id from (${candidates(filter)} limit ${LOOKED_THROUGH}) as candidates
    where true ${hasCode ? sql`and has_code` : sql``}
      ${topic !== null && published !== null ? sql`and year = ${published}` : sql``}
    order by score desc, shuffle, id ${at(page)}`);
  if (found.length === page.limit) return { ids: found, complete: true };
  const beyond = await db().execute(sql`${candidates(filter)} limit 1 offset ${LOOKED_THROUGH}`);
  return { ids: found, complete: beyond.length === 0 };
}
