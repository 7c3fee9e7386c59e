import { sql } from 'drizzle-orm';
import { type TimeScale, withHalfLife } from '@/lib/ranking/trending';
import type { Executor, Transaction } from '../client';
import { scoreSql, siteScale, storedFigures } from './ranking';

/** Changes the half-life as of `now`; returns true while scores must be rewritten for it. */
export async function setHalfLife(
  tx: Transaction,
  halfLife: number,
  now: number,
): Promise<boolean> {
  await tx.execute(sql`select from ranking_state for update`);
  const [row] = await tx.execute<TimeScale & { pending: boolean }>(
    sql`select ${siteScale}, (select rescored_below is not null from ranking_state) as pending`,
  );
  if (!row) return false;
  if (row.halfLife === halfLife) return row.pending;
  const { since, base } = withHalfLife(row, halfLife, now);
  await tx.execute(sql`
    update ranking_state set half_life = ${halfLife}, base = ${base}, rescored_below = 0,
      since = to_timestamp(${since / 1000}::double precision)`);
  return true;
}

/** Rewrites the scores of the next `limit` papers by id; returns how many, 0 when done. */
export async function rescoreSome(tx: Transaction, limit: number): Promise<number> {
  const [state] = await tx.execute<{ below: string | null }>(
    sql`select rescored_below as below from ranking_state for no key update`,
  );
  if (state?.below === null || state?.below === undefined) return 0;
  const rows = await tx.execute<{ id: string }>(sql`
    select id from papers where id >= ${state.below}::bigint order by papers.id limit ${limit}
    for no key update`);
  const last = rows.at(-1)?.id;
  if (last === undefined) {
    await tx.execute(sql`update ranking_state set rescored_below = null`);
    return 0;
  }
  await tx.execute(sql`
    update papers set trending = ${scoreSql(storedFigures())}
    where id between ${state.below}::bigint and ${last}::bigint and trending is not null`);
  await tx.execute(sql`update ranking_state set rescored_below = ${last}::bigint + 1`);
  return rows.length;
}

/** Returns the papers listed a day over the last four weeks; null on a site younger than that. */
export async function getPapersADay(on: Executor): Promise<number | null> {
  const [row] = await on.execute<{ papers: number; days: number }>(sql`
    select count(*)::int as papers,
      (extract(epoch from now() - min(submitted_at)) / 86400)::double precision as days
    from papers where trending is not null and submitted_at > now() - interval '28 days'
      and submitted_at <= now()`);
  if (!row || row.papers === 0) return null;
  return row.papers / Math.max(1, row.days);
}
