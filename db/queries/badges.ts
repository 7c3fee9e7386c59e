import { sql } from 'drizzle-orm';
import { BADGE_RANKS, type Badge } from '@/lib/papers/types';
import type { Executor, Transaction } from '../client';
import {
  countStandings,
  insertPeriod,
  KEPT,
  listClosedPeriodsOf,
  listDuePeriods,
  listedIn,
  listStandings,
  lockBadges,
  type Period,
  replaceStandings,
  type Standing,
} from './badge-periods';
import { publishPapers } from './invalidation';
import { writeLog } from './moderation';

/**
 * Fixes the badges of every day, week and month that was over at `now` (the database's clock
 * without it) and has papers: its first three by the upvotes cast before its end. Safe to call at
 * any time, twice, and by several processes at once; how late makes no difference to votes cast
 * since. Returns what was closed.
 */
export async function closePeriods(on: Executor, now: Date | null = null): Promise<Period[]> {
  const closed: Period[] = [];
  for (const period of await listDuePeriods(on, now)) {
    await on.transaction(async (tx) => {
      await lockBadges(tx);
      if (!(await insertPeriod(tx, period))) return;
      const standings = await countStandings(tx, period, listedIn(period));
      await replaceStandings(tx, period, standings);
      const named = standings.slice(0, BADGE_RANKS).map(({ paperId }) => paperId);
      await publishPapers(tx, named);
      closed.push(period);
    });
  }
  return closed;
}

/** A paper whose rank in a closed period is another one now; null: none. */
export type BadgeChange = Period & { paperId: number; from: number | null; to: number | null };

/** `onDayOnly`: a paper whose day is not in the period any more loses its place there. */
type Terms = { onDayOnly?: boolean };

/**
 * Counts papers anew in the closed periods that they have a place in, with the upvotes that their
 * readers have taken back since. Every other paper keeps what it closed with. For when votes or a
 * paper were taken out or brought back.
 */
export async function recountStandings(
  tx: Transaction,
  paperIds: number[],
  terms: Terms = {},
): Promise<BadgeChange[]> {
  if (paperIds.length === 0) return [];
  await lockBadges(tx);
  const changes: BadgeChange[] = [];
  for (const period of await listClosedPeriodsOf(tx, paperIds)) {
    changes.push(...(await recountPeriod(tx, period, paperIds, terms)));
  }
  return changes;
}

/** The same in one closed period. */
export async function recountPeriod(
  tx: Transaction,
  period: Period,
  paperIds: number[],
  { onDayOnly = false }: Terms = {},
): Promise<BadgeChange[]> {
  const before = await listStandings(tx, period);
  const after = merge(
    before,
    await countAnew(tx, period, paperIds, onDayOnly ? [] : before),
    paperIds,
  );
  await replaceStandings(tx, period, after);
  return compare(period, before, after);
}

/** A paper that has left its day since stays a candidate; one that came since becomes none. */
async function countAnew(tx: Transaction, period: Period, ids: number[], before: Standing[]) {
  const held = before.map(({ paperId }) => paperId).filter((id) => ids.includes(id));
  return countStandings(
    tx,
    period,
    sql`p.id = any(${`{${ids}}`}::bigint[])
      and (p.id = any(${`{${held}}`}::bigint[]) or ${listedIn(period)})`,
  );
}

function merge(before: Standing[], counted: Standing[], ids: number[]): Standing[] {
  const known = new Map(before.map((one) => [one.paperId, one]));
  const anew = counted.map((one) => {
    const { takenBack, shuffle } = known.get(one.paperId) ?? one;
    return { ...one, upvotes: one.upvotes + takenBack, takenBack, shuffle };
  });
  return [...before.filter(({ paperId }) => !ids.includes(paperId)), ...anew]
    .sort((a, b) => b.upvotes - a.upvotes || a.shuffle - b.shuffle || a.paperId - b.paperId)
    .slice(0, KEPT);
}

function compare(period: Period, before: Standing[], after: Standing[]): BadgeChange[] {
  const ranks = (standings: Standing[]) =>
    new Map(standings.slice(0, BADGE_RANKS).map(({ paperId }, i) => [paperId, i + 1]));
  const [then, now] = [ranks(before), ranks(after)];
  return [...new Set([...then.keys(), ...now.keys()])].flatMap((paperId) => {
    const [from, to] = [then.get(paperId) ?? null, now.get(paperId) ?? null];
    return from === to ? [] : [{ ...period, paperId, from, to }];
  });
}

/**
 * After a moderator's act that the entry `logId` tells of: gives the badges of these papers' closed
 * periods anew, with an entry for each badge that changes hands. Returns the papers that gained,
 * lost or changed one.
 */
export async function recomputeBadgesOf(
  tx: Transaction,
  paperIds: number[],
  { logId, onDayOnly }: { logId: number; onDayOnly?: boolean },
): Promise<number[]> {
  const changes = await recountStandings(tx, paperIds, { onDayOnly });
  for (const { period, start, paperId, from, to } of changes) {
    await writeLog(tx, {
      actorId: null,
      action: 'change_badges',
      reason: `Follows from entry ${logId}.`,
      paperId,
      details: { entry: logId, period, start, from: from ?? 'none', to: to ?? 'none' },
    });
  }
  return [...new Set(changes.map(({ paperId }) => paperId))];
}

/** The badges of papers, by paper: months before weeks before days, the newest first. */
export async function listBadges(on: Executor, paperIds: number[]): Promise<Map<number, Badge[]>> {
  if (paperIds.length === 0) return new Map();
  const rows = await on.execute<Badge & { paperId: number }>(sql`
    select paper_id::double precision as "paperId", period, start::text, rank from paper_badges
    where paper_id = any(${`{${paperIds}}`}::bigint[]) and rank <= ${BADGE_RANKS}
    order by array_position(array['month', 'week', 'day'], period), start desc, rank`);
  const badges = new Map<number, Badge[]>();
  for (const { paperId, ...badge } of rows) {
    badges.set(paperId, [...(badges.get(paperId) ?? []), badge]);
  }
  return badges;
}
