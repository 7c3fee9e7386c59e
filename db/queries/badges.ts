import { sql } from 'drizzle-orm';
import { BADGE_RANKS, type Badge } from '@/lib/papers/types';
import type { Executor, Transaction } from '../client';
import { PREPARED } from '../prepared';
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
 * Closes every day, week and month that has papers and was over at `now` (by default the database's
 * clock): stores the first three by upvotes cast before its end. Idempotent and safe to run
 * concurrently; running late does not change the result. Returns the closed periods.
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

/** A paper whose rank in a closed period has changed; null means no rank. */
export type BadgeChange = Period & { paperId: number; from: number | null; to: number | null };

/** `onDayOnly`: a paper that is no longer listed within the period loses its position there. */
type Terms = { onDayOnly?: boolean };

/**
 * Recounts papers in the closed periods in which they have a position, including upvotes that users
 * have taken back since. All other papers keep their closing counts. For when votes or a paper were
 * removed or restored.
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

/** Does the same in one closed period. */
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

/** A paper that has left the period's days stays a candidate; one that joined later is none. */
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
 * Recomputes the badges of these papers' closed periods after the moderation act logged as `logId`,
 * and logs each badge that changes hands. Returns the papers that gained, lost or changed one.
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

/** Returns badges by paper: months before weeks before days, newest first. */
export async function listBadges(on: Executor, paperIds: number[]): Promise<Map<number, Badge[]>> {
  if (paperIds.length === 0) return new Map();
  const rows = await on.execute<Badge & { paperId: number }>(sql`${PREPARED}
    select paper_id::double precision as "paperId", period, start::text, rank from paper_badges
    where paper_id = any(${`{${paperIds}}`}::bigint[]) and rank <= ${BADGE_RANKS}
    order by array_position(array['month', 'week', 'day'], period), start desc, rank`);
  const badges = new Map<number, Badge[]>();
  for (const { paperId, ...badge } of rows) {
    badges.set(paperId, [...(badges.get(paperId) ?? []), badge]);
  }
  return badges;
}
