import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { setUpvote } from '@/lib/votes/service';
import type { Viewer } from '@/lib/web/types';
import { db, rawSql, transaction } from '../client';
import { upvotes } from '../schema';
import { useTestDatabase } from '../testing/database';
import { emptyTables } from '../testing/empty';
import { createPaper, createUser } from '../testing/factories';
import { closePeriods, listBadges, recomputeBadgesOf } from './badges';
import { writeLog } from './moderation';
import { recomputePapers } from './votes';

useTestDatabase();

/** A Wednesday, the 29th of a month: its week continues in the next month. */
const DAY = '2026-04-29';
const NEXT_DAY = new Date('2026-04-30T00:00:00Z');
const MUCH_LATER = new Date('2026-08-01T00:00:00Z');

let readers: Viewer[] = [];
beforeEach(async () => {
  await emptyTables('users', 'papers', 'badge_periods', 'moderation_log');
  readers = await Promise.all(Array.from({ length: 12 }, () => createUser()));
});

/** Creates a paper of the day, upvoted by the first `votes` users during that day. */
async function paperOf(votes: number, facts: { day?: string; shuffle?: number; at?: string } = {}) {
  const { day = DAY, shuffle, at = `${day}T12:00:00Z` } = facts;
  const { id } = await createPaper({
    listed: true,
    submittedAt: new Date(`${day}T01:00:00Z`),
    ...(shuffle !== undefined && { shuffle }),
  });
  const rows = readers.slice(0, votes).map((reader) => ({
    paperId: id,
    userId: reader.id,
    createdAt: new Date(at),
  }));
  if (rows.length > 0) await db().insert(upvotes).values(rows);
  await transaction((tx) => recomputePapers(tx, sql`p.id = ${id}`));
  return id;
}

const ranked = async (period = 'day', start = DAY): Promise<number[]> => {
  const rows = await rawSql()`select paper_id::int as id from paper_badges
    where period = ${period} and start = ${start} and rank <= 3 order by rank`;
  return rows.map((row) => row.id);
};
const close = (now: Date | null = NEXT_DAY) => closePeriods(db(), now);
const entries = () => rawSql()`
  select paper_id::int as paper, reason, details from moderation_log
  where action = 'change_badges' order by id`;

/** Wraps a change as a moderation act does. */
const act = (ids: number[], change: (logId: number) => Promise<unknown>) =>
  transaction(async (tx) => {
    const logId = await writeLog(tx, { actorId: null, action: 'exclude_votes', reason: 'a ring' });
    await tx.execute(sql.raw(String(await change(logId))));
    await recomputePapers(tx, sql`p.id = any(${`{${ids}}`}::bigint[])`);
    return { logId, changed: await recomputeBadgesOf(tx, ids, { logId }) };
  });
const exclude = (paperId: number, ...who: number[]) =>
  act([paperId], async (logId) =>
    who
      .map(
        (i) => `insert into excluded_votes (paper_id, user_id, log_id)
          values (${paperId}, '${readers[i]?.id}', ${logId})`,
      )
      .join(';'),
  );
const remove = (paperId: number) =>
  act(
    [paperId],
    async () => `update papers set removed_at = now(), trending = null where id = ${paperId}`,
  );

describe('closing', () => {
  test('ranks the first three of a day with upvotes once it is over', async () => {
    const [three, none, one, five, two] = [
      await paperOf(3),
      await paperOf(0),
      await paperOf(1),
      await paperOf(5),
      await paperOf(2),
    ];
    expect(await close(new Date('2026-04-29T23:59:59.999Z'))).toEqual([]);
    expect(await close()).toEqual([{ period: 'day', start: DAY }]);
    expect(await ranked()).toEqual([five, three, two]);
    const badges = await listBadges(db(), [five, three, one, none]);
    expect(badges.get(five)).toEqual([{ period: 'day', start: DAY, rank: 1 }]);
    expect([badges.has(one), badges.has(none)]).toEqual([false, false]);
  });

  test('a week begins on Monday, a month on the first, and each waits for its own end', async () => {
    const monday = await paperOf(1, { day: '2026-04-27' });
    const friday = await paperOf(2, { day: '2026-05-01' });
    await close(new Date('2026-05-02T00:00:00Z'));
    expect(await ranked('month', '2026-04-01')).toEqual([monday]);
    expect(await ranked('week', '2026-04-27')).toEqual([]);
    expect(await close(new Date('2026-05-04T00:00:00Z'))).toEqual([
      { period: 'week', start: '2026-04-27' },
    ]);
    expect(await ranked('week', '2026-04-27')).toEqual([friday, monday]);
    await close(MUCH_LATER);
    expect(await listBadges(db(), [friday])).toEqual(
      new Map([
        [
          friday,
          [
            { period: 'month', start: '2026-05-01', rank: 1 },
            { period: 'week', start: '2026-04-27', rank: 1 },
            { period: 'day', start: '2026-05-01', rank: 1 },
          ],
        ],
      ]),
    );
  });

  test('run late, it counts only upvotes cast in time, with the same result', async () => {
    const early = await paperOf(2);
    const late = await paperOf(5, { at: NEXT_DAY.toISOString() });
    const last = await paperOf(3, { at: '2026-04-29T23:59:59.999Z' });
    expect((await close(MUCH_LATER)).map(({ period }) => period).sort()).toEqual([
      'day',
      'month',
      'week',
    ]);
    expect(await ranked()).toEqual([last, early]);
    expect(await ranked('month', '2026-04-01')).toEqual([late, last, early]);
  });

  test('breaks ties by the shuffle, never by time', async () => {
    const [c, a, b] = [
      await paperOf(2, { shuffle: 0.9 }),
      await paperOf(2, { shuffle: 0.1 }),
      await paperOf(2, { shuffle: 0.5 }),
    ];
    await close();
    expect(await ranked()).toEqual([a, b, c]);
  });

  test('is idempotent, also when run concurrently', async () => {
    for (let i = 0; i < 5; i++) await paperOf(i + 1);
    const rounds = await Promise.all(Array.from({ length: 6 }, () => close(MUCH_LATER)));
    expect(rounds.flat()).toHaveLength(3);
    expect(await close(MUCH_LATER)).toEqual([]);
    expect(await ranked()).toHaveLength(3);
  });

  test('ignores upvotes that do not count', async () => {
    const [kept, removed, withdrawn] = [await paperOf(1), await paperOf(4), await paperOf(3)];
    await rawSql()`update papers set removed_at = now(), trending = null where id = ${removed}`;
    await rawSql()`update papers set withdrawn = true, trending = null where id = ${withdrawn}`;
    const ring = await paperOf(2);
    await exclude(ring, 0, 1);
    await close();
    expect(await ranked()).toEqual([kept]);
  });

  test('uses the clock of the database and leaves current periods open', async () => {
    await paperOf(1, { day: new Date().toISOString().slice(0, 10) });
    expect(await close(null)).toEqual([]);
    await paperOf(1);
    expect(await close(null)).toHaveLength(3);
  });
});

describe('a closed period', () => {
  test('is unaffected by removed or late votes, a new shuffle or day, and new papers', async () => {
    const [one, two, three] = [await paperOf(3), await paperOf(2), await paperOf(1)];
    await close();
    for (const reader of readers.slice(0, 3)) {
      await setUpvote({ viewer: reader }, { paperId: one, upvoted: false });
      await setUpvote({ viewer: reader }, { paperId: three, upvoted: true });
    }
    await rawSql()`update papers set shuffle = random()`;
    await rawSql()`update papers set feed_day = '2026-04-30' where id = ${two}`;
    await paperOf(9);
    await close();
    expect(await ranked()).toEqual([one, two, three]);
    expect(await entries()).toEqual([]);
  });

  test('changes when a moderator removes a paper: the next moves up and the log says so', async () => {
    const [one, two, three, four] = [
      await paperOf(4),
      await paperOf(3),
      await paperOf(2),
      await paperOf(1),
    ];
    await close();
    const { logId, changed } = await remove(two);
    expect(await ranked()).toEqual([one, three, four]);
    expect(changed.sort()).toEqual([two, three, four].sort());
    const moved = (paper: number, from: number | string, to: number | string) => ({
      paper,
      reason: `Follows from entry ${logId}.`,
      details: { entry: logId, period: 'day', start: DAY, from, to },
    });
    const log = await entries();
    expect(log).toHaveLength(3);
    expect(log).toEqual(
      expect.arrayContaining([moved(two, 2, 'none'), moved(three, 3, 2), moved(four, 'none', 3)]),
    );
    await act([two], async () => `update papers set removed_at = null where id = ${two}`);
    expect(await ranked()).toEqual([one, two, three]);
  });

  test('changes by excluded votes only', async () => {
    const [one, two, three] = [
      await paperOf(5, { shuffle: 0.1 }),
      await paperOf(4, { shuffle: 0.2 }),
      await paperOf(3, { shuffle: 0.3 }),
    ];
    await close();
    // Two users take their votes back: neither position depends on those any more.
    for (const [paperId, i] of [
      [one, 0],
      [two, 0],
      [two, 1],
      [two, 2],
    ] as const) {
      await setUpvote({ viewer: readers[i] as Viewer }, { paperId, upvoted: false });
    }
    expect((await exclude(one, 4)).changed).toEqual([]);
    expect((await exclude(one, 3)).changed.sort()).toEqual([one, two].sort());
    expect(await ranked()).toEqual([two, one, three]);
    expect((await exclude(three, 0, 1, 2)).changed).toEqual([three]);
    expect(await ranked()).toEqual([two, one]);
  });

  test('does not count an excluded vote again when it is taken back', async () => {
    const [one, two] = [await paperOf(2), await paperOf(1, { shuffle: 0 })];
    await close();
    await exclude(one, 1);
    expect(await ranked()).toEqual([two, one]);
    await setUpvote({ viewer: readers[1] as Viewer }, { paperId: one, upvoted: false });
    expect((await act([one, two], async () => 'select 1')).changed).toEqual([]);
    expect(await ranked()).toEqual([two, one]);
  });

  test('closed during a moderation act, has the result of that act', async () => {
    const [one, two] = [await paperOf(3), await paperOf(2)];
    const [, closed] = await Promise.all([remove(one), close(), close()]);
    expect(closed.length).toBeLessThanOrEqual(1);
    expect(await ranked()).toEqual([two]);
  });
});
