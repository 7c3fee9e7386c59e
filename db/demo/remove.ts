import { sql } from 'drizzle-orm';
import { type Database, type Transaction, transaction } from '../client';
import { deleteEmptyPeriod, type Period } from '../queries/badge-periods';
import { recountPeriod } from '../queries/badges';
import { recomputePapers } from '../queries/votes';
import { rememberRemoval } from './wanted';

export type Removed = {
  papers: number;
  /** Demo papers with activity of real users: kept, without the demo's own activity. */
  kept: number;
  readers: number;
  upvotes: number;
  comments: number;
  /** Ids of all changed or deleted papers. */
  touched: number[];
};

/**
 * Removes the demo: its users, their votes and comments, and its papers, except those that a real
 * user voted on, commented on or submitted, or that an import completed. Updates the counters.
 * Idempotent.
 */
export async function removeDemo(on: Database): Promise<Removed> {
  return transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('papertide demo'))`);
    await tx.execute(sql`
      create temporary table demo_touched on commit drop as
      select id from papers where is_demo
        or submitted_by in (select id from users where is_demo)
      union select paper_id from upvotes where user_id in (select id from users where is_demo)
      union select paper_id from comments where user_id in (select id from users where is_demo)`);
    await tx.execute(sql`
      create temporary table demo_organizations on commit drop as
      select distinct organization_id as id from papers where is_demo`);
    const badges = await tx.execute<Period>(sql`
      select distinct period, start::text from paper_badges
      where paper_id in (select id from demo_touched) order by 2, 1`);
    const upvotes = await affected(
      tx,
      sql`delete from upvotes where user_id in (select id from users where is_demo)`,
    );
    const comments = await removeComments(tx);
    const papers = await affected(tx, REMOVE_PAPERS);
    const kept = await affected(tx, KEEP_PAPERS);
    const readers = await affected(tx, sql`delete from users where is_demo`);
    await tx.execute(sql`
      delete from organizations o
      where o.id in (select id from demo_organizations)
        and not exists (select from papers where organization_id = o.id)`);
    await recomputePapers(tx, sql`p.id in (select id from demo_touched)`);
    await rememberRemoval(tx);
    const touched = await tx.execute<{ id: string }>(sql`select id from demo_touched order by id`);
    const ids = touched.map(({ id }) => Number(id));
    // A period without badges can be closed again.
    for (const period of badges) {
      await recountPeriod(tx, period, ids);
      await deleteEmptyPeriod(tx, period);
    }
    return { papers, kept, readers, upvotes, comments, touched: ids };
  }, on);
}

async function affected(tx: Transaction, statement: ReturnType<typeof sql>): Promise<number> {
  const result = await tx.execute(statement);
  return (result as unknown as { count: number }).count;
}

/** Leaves first; a comment with replies of real users stays as a deleted comment without text. */
async function removeComments(tx: Transaction): Promise<number> {
  let total = 0;
  for (;;) {
    const removed = await affected(
      tx,
      sql`delete from comments c
        where c.user_id in (select id from users where is_demo)
          and not exists (select from comments reply where reply.parent_id = c.id)`,
    );
    if (removed === 0) break;
    total += removed;
  }
  const answered = await affected(
    tx,
    sql`update comments set
        user_id = null, markdown = '', html = '', deleted_at = coalesce(deleted_at, now())
      where user_id in (select id from users where is_demo)`,
  );
  return total + answered;
}

const REMOVE_PAPERS = sql`
  delete from papers p
  where p.is_demo and p.abstract = ''
    and (p.submitted_by is null or p.submitted_by in (select id from users where is_demo))
    and not exists (select from upvotes where paper_id = p.id)
    and not exists (select from comments where paper_id = p.id)
    and not exists (select from paper_listings where paper_id = p.id)
    and not exists (
      select from submissions s join users u on u.id = s.user_id
      where s.paper_id = p.id and not u.is_demo)`;

/** Kept papers are listed by real events only: a daily list, else the first upvote, else not. */
const KEEP_PAPERS = sql`
  update papers p set
    is_demo = false,
    submitted_by = case when real.kept then p.submitted_by end,
    listed_by = case when real.kept then p.listed_by else real.listed_by end,
    submitted_at = case when real.kept then p.submitted_at else real.at end,
    feed_day = case when real.kept then p.feed_day else (real.at at time zone 'UTC')::date end,
    trending = null
  from (
    select d.id,
      d.listed_by <> 'submission' or (d.submitted_by is not null and not coalesce(u.is_demo, false))
        as kept,
      case when l.day is not null then 'daily_list' when v.first is not null then 'upvote' end
        as listed_by,
      coalesce(l.day::timestamp at time zone 'UTC', v.first) as at
    from papers d
    left join users u on u.id = d.submitted_by
    left join lateral (select min(day) as day from paper_listings where paper_id = d.id) l on true
    left join lateral (select min(created_at) as first from upvotes where paper_id = d.id) v on true
    where d.id in (select id from demo_touched)
  ) real
  where p.id = real.id`;
