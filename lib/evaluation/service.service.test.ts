import { beforeEach, describe, expect, test } from 'vitest';
import { db, rawSql } from '@/db/client';
import { getEstimates, listLoggedHours, listPapersBefore } from '@/db/queries/evaluation';
import { useTestDatabase } from '@/db/testing/database';
import { emptyTables } from '@/db/testing/empty';
import { createPaper, createUser } from '@/db/testing/factories';
import { FEWEST_DAYS } from './evaluation';
import { estimateOrders } from './service';

useTestDatabase();

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const TODAY = Math.floor(Date.now() / DAY) * DAY;
const NOW = TODAY + 2 * HOUR;

beforeEach(async () => {
  await emptyTables('users', 'papers', 'place_log', 'exposure_hours');
  await rawSql()`update ranking_state set estimates = null`;
});

/**
 * Logs papers of one age on Trending in the order of their ids, every hour for `days`. Readers
 * upvote every third paper, and the order of equals has these last.
 */
async function logged(days: number, { papers = 30, readers = 40 } = {}) {
  const ids: number[] = [];
  for (let i = 0; i < papers; i++) {
    const { id } = await createPaper({ listed: true, submittedAt: new Date(NOW - 40 * DAY) });
    ids.push(id);
  }
  await rawSql()`
    update papers set shuffle = (n % 3 = 0)::int / 2.0 + n / 1000.0
    from unnest(${ids}::bigint[]) with ordinality p (id, n) where papers.id = p.id`;
  const users = await Promise.all(Array.from({ length: readers }, () => createUser()));
  const begin = new Date(TODAY - days * DAY).toISOString();
  await rawSql()`
    insert into place_log (hour, place, paper_id)
    select ${begin}::timestamptz + make_interval(hours => h), place, id
    from generate_series(0, ${days * 24 - 1}) h,
      unnest(${ids}::bigint[]) with ordinality p (id, place)`;
  await rawSql()`
    insert into paper_views (paper_id, place, hour, views)
    select paper_id, place, hour, greatest(1, 12 / place) from place_log`;
  // Every user upvotes every third paper, at some hour of the log.
  await rawSql()`
    insert into upvotes (user_id, paper_id, place, created_at)
    select u.id, p.id, p.place, ${begin}::timestamptz
      + make_interval(mins => ((u.n * 7919 + p.id * 104729) % (${days} * 1440))::int)
    from unnest(${users.map(({ id }) => id)}::uuid[]) with ordinality u (id, n),
      unnest(${ids}::bigint[]) with ordinality p (id, place)
    where p.place % 3 = 0`;
  return { ids, users, begin: TODAY - days * DAY };
}

const views = async () => {
  const [row] = await rawSql()`select sum(views)::int as views from paper_views`;
  return row?.views as number;
};

describe('the nightly estimate', () => {
  test('is empty for a site with no log or a short one', async () => {
    expect(await getEstimates(db())).toBeNull();
    await estimateOrders(NOW);
    expect(await getEstimates(db())).toMatchObject({ days: 0, views: 0, shown: null, orders: [] });
    await logged(2);
    await estimateOrders(NOW);
    expect(await getEstimates(db())).toMatchObject({ days: 2, shown: null, orders: [] });
  });

  test('returns actual upvotes, and estimates under other orders', async () => {
    await logged(FEWEST_DAYS + 1);
    expect(await estimateOrders(NOW)).toEqual({ days: 8, hours: 192 });
    const estimates = await getEstimates(db());
    expect(estimates).toMatchObject({ days: 8, votes: 400, views: await views() });
    expect(estimates?.shown?.value).toBeCloseTo(40_000 / (await views()), 9);
    const [today, ageless, , newest] = estimates?.orders ?? [];
    // All papers have the same age, so every third one ranks first by its votes.
    expect(today?.robust.low).toBeGreaterThan(estimates?.shown?.value ?? Infinity);
    expect(ageless?.robust.value).toBeCloseTo(today?.robust.value ?? 0, 9);
    expect(newest?.ahead?.high).toBeLessThan(0);
    for (const { robust, inverse } of estimates?.orders ?? []) {
      expect(robust.low).toBeLessThanOrEqual(robust.value);
      expect(inverse.high).toBeGreaterThanOrEqual(inverse.value);
    }
  });
});

describe('its input', () => {
  test('has every vote once: before the log, or in its hour', async () => {
    const { ids, users, begin } = await logged(3);
    const early = new Date(begin - HOUR).toISOString();
    await rawSql()`update upvotes set created_at = ${early}::timestamptz
      where user_id = ${users[0]?.id ?? ''}`;
    const before = await listPapersBefore(db(), begin, TODAY);
    const hours = await listLoggedHours(db(), begin, TODAY);
    const sum = (values: number[]) => values.reduce((a, b) => a + b, 0);
    expect(before).toHaveLength(ids.length);
    expect(sum(before.map(({ votes }) => votes))).toBe(10);
    const cast = hours.flatMap(({ counted }) => counted);
    expect(sum(cast.map(({ votes }) => votes.trending))).toBe(390);
    expect(sum(cast.map(({ weight }) => weight))).toBe(390);
    expect(sum(cast.map((one) => one.views.trending))).toBe(await views());
    expect(hours.map(({ at }) => at)).toEqual(
      Array.from({ length: 72 }, (_, i) => begin + i * HOUR),
    );
  });

  test('leaves out votes that do not count, and marks those cast outside the lists', async () => {
    const { ids, users, begin } = await logged(2);
    const [banned, own, outside] = users.map(({ id }) => id);
    await rawSql()`update users set banned_at = now() where id = ${banned ?? ''}`;
    await rawSql()`update upvotes set weight = 0 where user_id = ${own ?? ''}`;
    await rawSql()`update upvotes set place = null, brings = 8 where user_id = ${outside ?? ''}`;
    const cast = (await listLoggedHours(db(), begin, TODAY)).flatMap(({ counted }) => counted);
    const sum = (of: (one: (typeof cast)[number]) => number) =>
      cast.reduce((all, one) => all + of(one), 0);
    expect(sum(({ votes }) => votes.trending)).toBe(370);
    expect(sum(({ upvotes }) => upvotes)).toBe(380);
    expect(sum(({ outsideWeight }) => outsideWeight)).toBe(10);
    expect(sum(({ outsideExposure }) => outsideExposure)).toBe(80);
    expect(new Set(cast.map(({ paperId }) => paperId)).size).toBe(ids.length);
  });
});
