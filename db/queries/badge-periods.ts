import { type SQL, sql } from 'drizzle-orm';
import type { BadgePeriod } from '@/lib/papers/types';
import type { Executor, Transaction } from '../client';
import { countedVote } from './ranking';

/** `start` is the first day (YYYY-MM-DD, UTC). */
export type Period = { period: BadgePeriod; start: string };

/** A paper's position in a closed period; more positions are stored than get a badge. */
export type Standing = { paperId: number; upvotes: number; takenBack: number; shuffle: number };

/** Positions stored per period. */
export const KEPT = 10;

/**
 * Serializes transactions that write badges, so that closing a period and a moderation act see each
 * other's work in either order.
 */
export async function lockBadges(tx: Transaction): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('papertide badges'))`);
}

/** The moment at which a period that begins on `start` is over. */
export const endOf = (period: SQL, start: SQL): SQL =>
  sql`((${start}::timestamp + ('1 ' || ${period})::interval) at time zone 'UTC')`;

/**
 * Returns periods that have listed papers, are over at `now` and are not closed, earliest first.
 * Finds the days by index, one step each.
 */
export async function listDuePeriods(on: Executor, now: Date | null): Promise<Period[]> {
  return on.execute<Period>(sql`
    with recursive days as (
      (select feed_day as day from papers where trending is not null order by feed_day limit 1)
      union all
      select (select feed_day from papers where trending is not null and feed_day > days.day
        order by feed_day limit 1)
      from days where days.day is not null
    ), periods as (
      select distinct period, date_trunc(period, day::timestamp)::date as start
      from days cross join unnest(array['day', 'week', 'month']) period where day is not null
    )
    select period, start::text from periods p
    where ${endOf(sql`period`, sql`start`)} <= coalesce(${now?.toISOString() ?? null}::timestamptz, now())
      and not exists (select from badge_periods b where b.period = p.period and b.start = p.start)
    order by ${endOf(sql`period`, sql`start`)}, period`);
}

/** Marks a period as closed; returns false if it already is. */
export async function insertPeriod(tx: Transaction, { period, start }: Period): Promise<boolean> {
  const rows = await tx.execute(sql`
    insert into badge_periods (period, start) values (${period}, ${start})
    on conflict do nothing returning period`);
  return rows.length > 0;
}

/** Reopens a period, provided that it has no badges. */
export async function deleteEmptyPeriod(tx: Transaction, { period, start }: Period): Promise<void> {
  await tx.execute(sql`
    delete from badge_periods b where period = ${period} and start = ${start}::date
      and not exists (select from paper_badges p where p.period = b.period and p.start = b.start)`);
}

/**
 * Ranks papers that meet `chosen` (on alias `p`) by upvotes cast before the end of the period, in
 * badge order. Papers without upvotes are not ranked.
 */
export async function countStandings(
  on: Executor,
  { period, start }: Period,
  chosen: SQL,
): Promise<Standing[]> {
  return on.execute<Standing>(sql`
    select p.id::double precision as "paperId", count(*)::int as upvotes,
      0 as "takenBack", p.shuffle
    from papers p join upvotes v on v.paper_id = p.id
    where ${chosen} and p.removed_at is null and ${countedVote('v')}
      and v.created_at < ${endOf(sql`${period}::text`, sql`${start}::date`)}
    group by p.id order by upvotes desc, p.shuffle, p.id limit ${KEPT}`);
}

/** Listed on a day of the period. */
export const listedIn = ({ period, start }: Period): SQL => sql`(p.trending is not null
  and p.feed_day >= ${start}::date
  and p.feed_day < (${start}::timestamp + ('1 ' || ${period}::text)::interval)::date)`;

/** Returns a period's stored positions, first one first. */
export const listStandings = (on: Executor, { period, start }: Period): Promise<Standing[]> =>
  on.execute<Standing>(sql`
    select paper_id::double precision as "paperId", upvotes, taken_back as "takenBack", shuffle
    from paper_badges
    where period = ${period} and start = ${start}::date order by rank`);

/** Replaces a period's positions, first one first. */
export async function replaceStandings(
  tx: Transaction,
  { period, start }: Period,
  standings: Standing[],
): Promise<void> {
  await tx.execute(sql`
    delete from paper_badges where period = ${period} and start = ${start}::date`);
  for (const [i, { paperId, upvotes, takenBack, shuffle }] of standings.entries()) {
    await tx.execute(sql`
      insert into paper_badges (period, start, rank, paper_id, upvotes, taken_back, shuffle)
      values (${period}, ${start}, ${i + 1}, ${paperId}, ${upvotes}, ${takenBack}, ${shuffle})`);
  }
}

/**
 * Records that a user took back a counted upvote, cast at `at` (as Postgres formats it): closed
 * periods keep counting it.
 */
export async function noteTakenBack(tx: Transaction, paperId: number, at: string): Promise<void> {
  await tx.execute(sql`
    update paper_badges set taken_back = taken_back + 1
    where paper_id = ${paperId} and ${at}::timestamptz < ${endOf(sql`period`, sql`start`)}`);
}

/** Does the same for all upvotes of a user whose account is about to be deleted. */
export async function noteAllTakenBack(tx: Transaction, userId: string): Promise<void> {
  await tx.execute(sql`
    update paper_badges b set taken_back = taken_back + 1
    from upvotes v
    where v.user_id = ${userId}::uuid and v.paper_id = b.paper_id and ${countedVote('v')}
      and v.created_at < ${endOf(sql`b.period`, sql`b.start`)}`);
}

/** Closed periods in which one of these papers has a position, or on whose days it is listed. */
export const listClosedPeriodsOf = (on: Executor, paperIds: number[]): Promise<Period[]> =>
  on.execute<Period>(sql`
    select period, start::text from (
      select period, start from paper_badges where paper_id = any(${`{${paperIds}}`}::bigint[])
      union
      select b.period, b.start
      from (select distinct feed_day as day from papers where id = any(${`{${paperIds}}`}::bigint[])) d
      join badge_periods b on b.start = date_trunc(b.period, d.day::timestamp)::date
    ) closed order by start, period`);
