import { beforeAll, expect, test } from 'vitest';
import { db, rawSql, transaction } from '@/db/client';
import { listTrending } from '@/db/queries/feeds';
import { listDrifts } from '@/db/queries/recount';
import { rescoreSome, setHalfLife } from '@/db/queries/rescoring';
import { insertUpvote } from '@/db/queries/votes';
import { useTestDatabase } from '@/db/testing/database';
import { createPaper, createUser } from '@/db/testing/factories';
import { rescoreAll } from './rescoring';

useTestDatabase();

const HOUR = 3_600_000;
const NOW = Date.now();
const PAPERS = 12;

beforeAll(async () => {
  const { id: userId } = await createUser();
  for (let i = 0; i < PAPERS; i++) {
    const { id } = await createPaper({ listed: true, submittedAt: new Date(NOW - i * 9 * HOUR) });
    if (i % 4 === 3) await transaction((tx) => insertUpvote(tx, { userId, paperId: id, place: 1 }));
  }
});

const drifts = () => listDrifts(db(), 0, 1_000_000);
const first = () => listTrending({ limit: PAPERS, offset: 0 });

test('nothing is rewritten while the half-life is unchanged', async () => {
  expect(await rescoreAll(84, NOW)).toEqual({ papers: 0 });
});

test('a new half-life rewrites all scores, and the newest papers keep their order', async () => {
  const before = await rawSql()`select id, trending from papers order by id limit 1`;
  expect(await rescoreAll(40, NOW)).toEqual({ papers: PAPERS });
  expect(await drifts()).toEqual([]);
  const after = await rawSql()`select id, trending from papers order by id limit 1`;
  expect(after[0]?.trending).toBeCloseTo(before[0]?.trending, 6);
  expect(await rescoreAll(40, NOW)).toEqual({ papers: 0 });
});

test('an interrupted run is continued, with votes and pages meanwhile', async () => {
  expect(await transaction((tx) => setHalfLife(tx, 100, NOW))).toBe(true);
  expect(await transaction((tx) => rescoreSome(tx, 5))).toBe(5);
  const [newest] = await first();
  const { id: userId } = await createUser();
  await transaction((tx) => insertUpvote(tx, { userId, paperId: newest ?? 0, place: 1 }));
  expect((await first())[0]).toBe(newest);
  expect(await rescoreAll(100, NOW)).toEqual({ papers: PAPERS - 5 });
  expect(await drifts()).toEqual([]);
});
