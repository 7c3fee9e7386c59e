import { beforeEach, describe, expect, test } from 'vitest';
import { connect, rawSql } from '@/db/client';
import { useTestDatabase } from '@/db/testing/database';
import { emptyTables } from '@/db/testing/empty';
import { createPaper, createUser } from '@/db/testing/factories';
import { setUpvote } from '@/lib/votes/service';
import {
  addViews,
  deleteOldViews,
  getRanked,
  listChanceCandidates,
  listPlaceFigures,
} from './views';

const url = useTestDatabase();

const HOUR = 3_600_000;
const THIS_HOUR = Math.floor(Date.now() / HOUR) * HOUR;

beforeEach(() => emptyTables('papers', 'paper_views', 'users'));

const stored = () =>
  rawSql()`select paper_id::int as "paperId", place, (extract(epoch from hour) * 1000)::float8 as hour, views
    from paper_views order by 1, 2, 3`;

describe('addViews', () => {
  test('stores counts, adds to existing ones, and skips unknown papers', async () => {
    const { id } = await createPaper();
    const count = { paperId: id, place: 3, hour: THIS_HOUR, views: 2 };
    await addViews([count, { ...count, paperId: id + 1_000 }, { ...count, place: 0 }]);
    await addViews([{ ...count, views: 5 }]);
    expect([...(await stored())]).toEqual([
      { ...count, place: 0 },
      { ...count, views: 7 },
    ]);
  });

  test('concurrent flushes of the same rows lose no view and never deadlock', async () => {
    const ids = [];
    for (let n = 0; n < 60; n++) ids.push((await createPaper()).id);
    const counts = ids.flatMap((paperId) =>
      [0, 5].map((place) => ({ paperId, place, hour: THIS_HOUR, views: 1 })),
    );
    const processes = Array.from({ length: 4 }, () => connect(url()));
    try {
      await Promise.all(
        processes.map(async ({ db }, n) => {
          for (let round = 0; round < 20; round++) {
            await addViews(n % 2 ? counts : counts.toReversed(), db);
          }
        }),
      );
    } finally {
      await Promise.all(processes.map(({ sql }) => sql.end()));
    }
    const rows = await stored();
    expect(rows).toHaveLength(120);
    expect(rows.every((row) => row.views === 80)).toBe(true);
  });

  test('saturates at the largest number', async () => {
    const { id } = await createPaper();
    const count = { paperId: id, place: 1, hour: THIS_HOUR, views: 2_000_000_000 };
    await addViews([count]);
    await addViews([count]);
    expect((await stored())[0]?.views).toBe(2_147_483_647);
  });
});

test('deletes views older than any use of them', async () => {
  const { id } = await createPaper();
  const at = (days: number) => ({
    paperId: id,
    place: 1,
    hour: THIS_HOUR - days * 24 * HOUR,
    views: 1,
  });
  await addViews([at(0), at(34), at(36), at(50)]);
  expect(await deleteOldViews(35)).toBe(2);
  expect(await stored()).toHaveLength(2);
});

test('returns listed candidates of these days with their views so far', async () => {
  const until = new Date(THIS_HOUR);
  const from = new Date(THIS_HOUR - 72 * HOUR);
  const ago = (hours: number) => new Date(THIS_HOUR - hours * HOUR);
  const fresh = await createPaper({ listed: true, submittedAt: ago(1) });
  const seen = await createPaper({ listed: true, submittedAt: ago(71) });
  await createPaper({ listed: true, submittedAt: ago(73) });
  await createPaper({ listed: true, submittedAt: ago(-0.5) });
  await createPaper();
  await addViews([
    { paperId: seen.id, place: 4, hour: THIS_HOUR - HOUR, views: 6 },
    { paperId: seen.id, place: 0, hour: THIS_HOUR - 2 * HOUR, views: 3 },
    { paperId: seen.id, place: 0, hour: THIS_HOUR, views: 100 },
  ]);
  const found = [...(await listChanceCandidates({ from, until }, 10))];
  expect(found).toEqual([
    { id: fresh.id, views: 0 },
    { id: seen.id, views: 9 },
  ]);
  expect(await listChanceCandidates({ from, until }, 1)).toHaveLength(1);
});

test('returns the first by rank and the listed ones of those requested', async () => {
  const [a, b, c] = [
    await createPaper({ listed: true, submittedAt: new Date('2026-07-01') }),
    await createPaper({ listed: true, submittedAt: new Date('2026-07-03') }),
    await createPaper({ listed: true, submittedAt: new Date('2026-07-02') }),
  ];
  const harvested = await createPaper();
  const found = await getRanked(2, [a.id, harvested.id, 999_999]);
  expect(found).toEqual({ ranked: [b.id, c.id], listed: [a.id] });
});

test('returns views and votes by position, without excluded votes', async () => {
  const { id } = await createPaper({ listed: true });
  const [one, other, excluded] = [await createUser(), await createUser(), await createUser()];
  for (const viewer of [one, other, excluded]) {
    await setUpvote({ viewer }, { paperId: id, upvoted: true, place: viewer === one ? 1 : 2 });
  }
  const [log] =
    await rawSql()`insert into moderation_log (action, reason) values ('exclude_votes', 'A ring') returning id`;
  await rawSql()`insert into excluded_votes (user_id, paper_id, log_id) values (${excluded.id}, ${id}, ${log?.id})`;
  await addViews([
    { paperId: id, place: 1, hour: THIS_HOUR, views: 30 },
    { paperId: id, place: 1, hour: THIS_HOUR - HOUR, views: 10 },
    { paperId: id, place: 1, hour: THIS_HOUR - 31 * 24 * HOUR, views: 500 },
    { paperId: id, place: 3, hour: THIS_HOUR, views: 7 },
    { paperId: id, place: 0, hour: THIS_HOUR, views: 900 },
  ]);
  expect([...(await listPlaceFigures(30, 25))]).toEqual([
    { place: 1, views: 40, votes: 1 },
    { place: 2, views: 0, votes: 1 },
    { place: 3, views: 7, votes: 0 },
  ]);
});
