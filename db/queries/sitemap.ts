import { and, between, desc, isNull, type SQL, sql } from 'drizzle-orm';
import { db } from '../client';
import { papers } from '../schema';

/** Returns the highest paper id; 0 before the first. */
export async function getLastPaperId(): Promise<number> {
  const [row] = await db().select({ id: papers.id }).from(papers).orderBy(desc(papers.id)).limit(1);
  return row?.id ?? 0;
}

/** Papers in this id range that have a page, with the time of their last change. */
export const listPages = (first: number, last: number) =>
  db()
    .select({
      slug: papers.slug,
      changed: sql<string>`to_char(greatest(${papers.createdAt}, ${papers.submittedAt}, ${papers.revisedAt}) at time zone 'UTC', 'YYYY-MM-DD')`,
    })
    .from(papers)
    .where(and(between(papers.id, first, last), isNull(papers.removedAt)))
    .orderBy(papers.id);

/** The latest day before `limit` with papers, their own day or one from another site's list. */
const latestBefore = (limit: SQL): SQL => sql`
  select max(day) as day from (
    (select feed_day as day from papers where trending is not null and feed_day < ${limit}
      order by feed_day desc limit 1)
    union all
    (select l.day from paper_listings l join papers p on p.id = l.paper_id
      where p.trending is not null and l.day < ${limit} order by l.day desc limit 1)
  ) as latest having max(day) is not null`;

/** Days with papers, latest first; each costs one step in two indexes, whatever its papers. */
export async function listFeedDays(most: number): Promise<string[]> {
  const rows = await db().execute<{ day: string }>(sql`
    with recursive days as (
      select day, 1 as n from (${latestBefore(sql`'infinity'::date`)}) as first
      union all
      select next.day, days.n + 1
      from days cross join lateral (${latestBefore(sql`days.day`)}) as next
      where days.n < ${most}
    )
    select day::text as day from days order by day desc`);
  return rows.map(({ day }) => day);
}
