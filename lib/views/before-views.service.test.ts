import { beforeEach, expect, test } from 'vitest';
import { db, rawSql, transaction } from '@/db/client';
import { listTrending } from '@/db/queries/feeds';
import { listDrifts } from '@/db/queries/recount';
import { addViews } from '@/db/queries/views';
import { recomputePaper } from '@/db/queries/votes';
import { useTestDatabase } from '@/db/testing/database';
import { emptyTables } from '@/db/testing/empty';
import { createPaper, createUser } from '@/db/testing/factories';
import { countExposure } from './exposure';
import { HOUR, hourOf } from './tally';

useTestDatabase();

const NOW = hourOf(Date.now());
const DAY = 24 * HOUR;

beforeEach(() => emptyTables('users', 'papers', 'exposure_hours'));

const recompute = (ids: number[]) =>
  transaction(async (tx) => {
    for (const id of ids) await recomputePaper(tx, id);
  });

/** Papers of the days from ten to three days ago, with `votes(i)` upvotes within two days each. */
async function voted(papers: number, votes: (i: number) => number): Promise<number[]> {
  const readers = await Promise.all(Array.from({ length: 30 }, () => createUser()));
  const ids: number[] = [];
  for (let i = 0; i < papers; i++) {
    const listedAt = NOW - (3 + (i % 8)) * DAY;
    const { id } = await createPaper({ listed: true, submittedAt: new Date(listedAt) });
    const by = readers.slice(0, votes(i)).map((reader) => reader.id);
    await rawSql()`
      insert into upvotes (user_id, paper_id, created_at)
      select id, ${id}, ${new Date(listedAt).toISOString()}::timestamptz + make_interval(hours => n::int)
      from unnest(${by}::uuid[]) with ordinality u (id, n)`;
    ids.push(id);
  }
  await recompute(ids);
  return ids;
}

const exposures = () =>
  rawSql()<{ id: number; exposure: number; votes: number }[]>`
    select id::int as id, exposure, upvote_count as votes from papers order by id`;
const total = (rows: { exposure: number }[]) => rows.reduce((sum, row) => sum + row.exposure, 0);

test('without any view only upvotes count, and nothing is assumed', async () => {
  await voted(8, (i) => 3 + i);
  await countExposure(NOW);
  expect(total(await exposures())).toBe(0);
});

test('once views are counted, earlier days get the views for their upvotes, once', async () => {
  const ids = await voted(16, (i) => (i < 8 ? 20 : 2));
  const seen = { paperId: ids[0] ?? 0, place: 1, hour: NOW - HOUR, views: 10 };
  await addViews([seen]);
  await countExposure(NOW);
  const once = await exposures();
  const votes = once.reduce((sum, row) => sum + row.votes, 0);
  expect(total(once)).toBeGreaterThan(20 * votes);
  expect(total(once)).toBeLessThanOrEqual(20 * votes + 10);
  const mean = (rows: { exposure: number }[]) => total(rows) / rows.length;
  expect(mean(once.slice(0, 8))).toBeGreaterThan(2 * mean(once.slice(8)));
  await countExposure(NOW);
  expect(await exposures()).toEqual(once);
  expect(await listDrifts(db(), 0, Math.max(...ids))).toEqual([]);
});

test('a new paper with equal votes and views is not below one upvoted before', async () => {
  const old = await voted(30, () => 12);
  const [fresh] = await voted(1, () => 0);
  await rawSql()`update papers set submitted_at = ${new Date(NOW - 5 * HOUR).toISOString()}
    where id = ${fresh ?? 0}`;
  await rawSql()`
    insert into upvotes (user_id, paper_id, place, created_at)
    select id, ${fresh ?? 0}, 1, ${new Date(NOW - HOUR).toISOString()}::timestamptz
    from users limit 5`;
  await recompute([fresh ?? 0]);
  await addViews([{ paperId: fresh ?? 0, place: 1, hour: NOW - 2 * HOUR, views: 100 }]);
  await countExposure(NOW);
  const order = await listTrending({ limit: 40, offset: 0 });
  expect(order.indexOf(fresh ?? 0)).toBeLessThan(5);
  expect(order).toHaveLength(old.length + 1);
});
