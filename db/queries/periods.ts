import { type SQL, sql } from 'drizzle-orm';
import { db } from '../client';

/**
 * Listed papers of the site or a topic by day: each on its feed_day and on days when other sites
 * list it, as in listDays (feeds.ts).
 */
const source = (topic: string | null) =>
  topic === null
    ? { table: sql`papers`, paper: sql`p.id`, within: sql`p.trending is not null` }
    : { table: sql`paper_topics`, paper: sql`p.paper_id`, within: sql`p.topic = ${topic}` };

type Towards = 'latest' | 'earliest';

/** Returns the latest or earliest day with papers that meets `condition`. */
async function findDay(
  topic: string | null,
  towards: Towards,
  condition: (day: SQL) => SQL,
): Promise<string | null> {
  const { table, paper, within } = source(topic);
  const [order, end] = towards === 'latest' ? [sql`desc`, sql`max`] : [sql`asc`, sql`min`];
  const rows = await db().execute<{ day: string | null }>(sql`
    select ${end}(day)::text as day from (
      (select p.feed_day as day from ${table} p
        where ${within} and ${condition(sql`p.feed_day`)} order by p.feed_day ${order} limit 1)
      union all
      (select l.day from paper_listings l join ${table} p on ${paper} = l.paper_id
        where ${within} and ${condition(sql`l.day`)} order by l.day ${order} limit 1)
    ) as nearest`);
  return rows[0]?.day ?? null;
}

/** Returns the nearest days with papers before `first` and after `last`. */
export async function getNeighbourDays(topic: string | null, first: string, last: string) {
  const [before, after] = await Promise.all([
    findDay(topic, 'latest', (day) => sql`${day} < ${first}::date`),
    findDay(topic, 'earliest', (day) => sql`${day} > ${last}::date`),
  ]);
  return { before, after };
}

/** Returns the latest day with papers up to `until`. */
export const getLatestDay = (topic: string | null, until: string): Promise<string | null> =>
  findDay(topic, 'latest', (day) => sql`${day} <= ${until}::date`);

/** Counts papers per day from `first` to `last`; skips empty days. */
export async function listDayCounts(topic: string | null, first: string, last: string) {
  const { table, paper, within } = source(topic);
  const between = (day: SQL) => sql`${day} between ${first}::date and ${last}::date`;
  const rows = await db().execute<{ day: string; papers: number }>(sql`
    select day::text as day, count(*)::int as papers from (
      select p.feed_day as day from ${table} p where ${within} and ${between(sql`p.feed_day`)}
      union all
      (select distinct on (l.day, l.paper_id) l.day
        from paper_listings l join ${table} p on ${paper} = l.paper_id
        where ${within} and ${between(sql`l.day`)} and l.day <> p.feed_day)
    ) as days
    group by day order by day`);
  return [...rows];
}
