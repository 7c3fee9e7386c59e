import { and, between, count, eq, gt, isNotNull, lt, lte, max, min } from 'drizzle-orm';
import { db } from '../client';
import { papers, paperTopics } from '../schema';

/** The days that have papers, on the whole site or, where a topic is given, in it. */
const source = (topic: string | null) =>
  topic === null
    ? { table: papers, day: papers.feedDay, within: isNotNull(papers.trending) }
    : { table: paperTopics, day: paperTopics.feedDay, within: eq(paperTopics.topic, topic) };

/** The nearest days that have papers, before `first` and after `last`. */
export async function getNeighbourDays(topic: string | null, first: string, last: string) {
  const { table, day, within } = source(topic);
  const [[before], [after]] = await Promise.all([
    db()
      .select({ day: max(day) })
      .from(table)
      .where(and(within, lt(day, first))),
    db()
      .select({ day: min(day) })
      .from(table)
      .where(and(within, gt(day, last))),
  ]);
  return { before: before?.day ?? null, after: after?.day ?? null };
}

/** The latest day up to `until` that has papers. */
export async function getLatestDay(topic: string | null, until: string): Promise<string | null> {
  const { table, day, within } = source(topic);
  const [row] = await db()
    .select({ day: max(day) })
    .from(table)
    .where(and(within, lte(day, until)));
  return row?.day ?? null;
}

/** How many papers each day from `first` to `last` has; days without are left out. */
export async function listDayCounts(topic: string | null, first: string, last: string) {
  const { table, day, within } = source(topic);
  const rows = await db()
    .select({ day, papers: count() })
    .from(table)
    .where(and(within, between(day, first, last)))
    .groupBy(day)
    .orderBy(day);
  return rows.flatMap(({ day: at, papers: papersOfDay }) =>
    at === null ? [] : { day: at, papers: papersOfDay },
  );
}
