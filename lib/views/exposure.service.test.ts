import { beforeEach, describe, expect, test } from 'vitest';
import { db, rawSql } from '@/db/client';
import { listDrifts } from '@/db/queries/recount';
import { addViews } from '@/db/queries/views';
import { useTestDatabase } from '@/db/testing/database';
import { emptyTables } from '@/db/testing/empty';
import { createPaper } from '@/db/testing/factories';
import fc from '@/lib/base/testing/fast-check';
import { countExposure } from './exposure';
import { HOUR, hourOf } from './tally';

useTestDatabase();

const NOW = hourOf(Date.now()) + 3 * 60_000;
const hour = (ago: number) => hourOf(NOW) - ago * HOUR;

beforeEach(async () => {
  await emptyTables('papers', 'exposure_hours');
  await rawSql()`update ranking_state set views_a_vote = 0`;
});

const papers = (count: number) =>
  Promise.all(
    Array.from({ length: count }, (_, i) =>
      createPaper({ listed: true, submittedAt: new Date(NOW - (i + 1) * 24 * HOUR) }),
    ),
  ).then((made) => made.map(({ id }) => id));

const exposures = async () => {
  const rows = await rawSql()`select id::int, exposure, trending from papers order by id`;
  return new Map(rows.map((row) => [row.id as number, row.exposure as number]));
};
const drifts = async () => {
  const [row] = await rawSql()`select coalesce(max(id), 0)::int as last from papers`;
  return listDrifts(db(), 0, row?.last);
};

test('an hour is counted once, however often and late the job runs', async () => {
  const ids = await papers(6);
  // As the tally returns them: one row per paper, place and hour.
  const seen = fc.uniqueArray(
    fc.record({
      paper: fc.nat(5),
      place: fc.constantFrom(1, 2, 3, -1, -2),
      ago: fc.integer({ min: 1, max: 4 }),
      views: fc.integer({ min: 1, max: 400 }),
    }),
    {
      minLength: 1,
      maxLength: 12,
      selector: ({ paper, place, ago }) => `${paper} ${place} ${ago}`,
    },
  );
  await fc.assert(
    fc.asyncProperty(seen, async (all) => {
      await emptyTables('paper_views', 'paper_exposures', 'exposure_hours', 'place_log');
      await rawSql()`update papers set exposure = 0`;
      await addViews(
        all.map(({ paper, place, ago, views }) => ({
          paperId: ids[paper] ?? 0,
          place,
          hour: hour(ago),
          views,
        })),
      );
      const counted = await countExposure(NOW);
      expect(counted.hours).toBe(new Set(all.map(({ ago }) => ago)).size);
      const once = await exposures();
      const views = all.reduce((sum, one) => sum + one.views, 0);
      const total = [...once.values()].reduce((a, b) => a + b, 0);
      expect(total).toBeGreaterThan(0);
      expect(total).toBeLessThanOrEqual(views * (1 + 1e-9));
      expect(await countExposure(NOW)).toEqual({ hours: 0, papers: 0 });
      expect(await exposures()).toEqual(once);
      expect((await drifts()).filter(({ figure }) => figure === 'exposure')).toEqual([]);
    }),
    { numRuns: 4 },
  );
});

test('exposure lowers scores, and recounting gives the same', async () => {
  const [first = 0] = await papers(3);
  const before = await rawSql()`select trending from papers where id = ${first}`;
  await addViews([{ paperId: first, place: 1, hour: hour(1), views: 900 }]);
  await countExposure(NOW);
  const [after] = await rawSql()`select trending, exposure from papers where id = ${first}`;
  expect(after?.exposure).toBeGreaterThan(500);
  expect(after?.trending).toBeLessThan(before[0]?.trending);
  expect(await drifts()).toEqual([]);
});

test('views of one paper alone raise no exposure but that of its place', async () => {
  const [first = 0, rival = 0] = await papers(3);
  await countExposure(NOW - HOUR);
  // The hour's order is logged, so a client cannot claim the rival's place.
  await addViews([{ paperId: rival, place: 1, hour: hour(1), views: 1_000 }]);
  await countExposure(NOW);
  const found = await exposures();
  expect(found.get(first)).toBeGreaterThan(2 * (found.get(rival) ?? 0));
});

test('the current hour is not counted yet, and views of other pages have no place', async () => {
  const [first = 0] = await papers(2);
  await addViews([
    { paperId: first, place: 1, hour: hour(0), views: 50 },
    { paperId: first, place: 0, hour: hour(1), views: 50 },
  ]);
  expect(await countExposure(NOW)).toEqual({ hours: 0, papers: 0 });
});

describe('places are logged as an hour starts', () => {
  test('with the probability of drawn ones', async () => {
    const old = await Promise.all(
      Array.from({ length: 26 }, (_, i) =>
        createPaper({ listed: true, submittedAt: new Date(NOW - 240 * HOUR), trending: 900 - i }),
      ),
    );
    const fresh = await papers(3);
    await rawSql()`update papers set submitted_at = ${new Date(NOW - 5 * HOUR).toISOString()}::timestamptz where id = any(${fresh})`;
    await countExposure(NOW);
    const rows = await rawSql()`
      select place, paper_id::int as id, chance from place_log where place > 0 order by place`;
    // The third could have been drawn as well, and estimates need it.
    const drawn = rows.filter(({ chance }) => chance !== null);
    expect(drawn.map(({ place }) => place)).toEqual([8, 17, 29]);
    expect(new Set(drawn.map(({ id }) => id))).toEqual(new Set(fresh));
    for (const { chance } of drawn) expect(chance).toBeCloseTo(1 / 3, 9);
    expect(rows[0]?.id).toBe(old[0]?.id);
    const [newest] = await rawSql()`select paper_id::int as id from place_log where place = -1`;
    expect(fresh).toContain(newest?.id);
  });
});
