import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import fc from '@/lib/base/testing/fast-check';
import { BRINGS, FROM_ONE_NETWORK } from '@/lib/ranking/exposure';
import { type Figures, PRIOR, priorOf, scoreOf, WEIGHTS } from '@/lib/ranking/trending';
import type { Viewer } from '@/lib/web/types';
import { db, rawSql, transaction } from '../client';
import { comments, upvotes } from '../schema';
import { useTestDatabase } from '../testing/database';
import { createPaper, createUser, unseenScore } from '../testing/factories';
import { countComment } from './counted-comments';
import { listTrending, listTrendingAfter, type TrendingKey } from './feeds';
import { priorSql, scoreSql } from './ranking';
import { listDrifts } from './recount';
import { deleteUpvote, insertUpvote, recomputePaper } from './votes';

useTestDatabase();

const DAY = 86_400_000;
const NOW = Date.now();
const LISTED = new Date(NOW - 5 * DAY);
const close = (a: number, b: number | null) =>
  b !== null && Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b));

let readers: Viewer[] = [];
beforeAll(async () => {
  readers = await Promise.all(Array.from({ length: 24 }, () => createUser()));
});
const reader = (i: number) => readers[i]?.id ?? '';

const trendingOf = async (paperId: number): Promise<number> => {
  const [row] = await rawSql()`select trending from papers where id = ${paperId}`;
  return row?.trending;
};
const recomputed = async (paperId: number): Promise<number> => {
  await transaction((tx) => recomputePaper(tx, paperId));
  return trendingOf(paperId);
};
const drifts = (paperId: number) => listDrifts(db(), paperId, paperId);
const listed = () => createPaper({ listed: true, submittedAt: LISTED });
const viewsAVote = (views: number) => rawSql()`update ranking_state set views_a_vote = ${views}`;

const amount = (max: number) => fc.double({ min: 0, max, noNaN: true });
const figures: fc.Arbitrary<Figures> = fc.record({
  weight: amount(5_000),
  exposure: amount(1e6),
  outsideWeight: amount(5_000),
  outsideExposure: amount(1e5),
  prior: fc.nat(1_000).map(priorOf),
  listedAt: fc.integer({ min: NOW - 36_500 * DAY, max: NOW + 36_500 * DAY }),
});

describe('the SQL formulas equal those of lib/ranking', () => {
  const evaluate = async (expression: ReturnType<typeof sql>): Promise<number> => {
    const [row] = await db().execute<{ value: number }>(sql`select ${expression} as value`);
    return row?.value ?? Number.NaN;
  };
  const double = (value: number) => sql`${value}::double precision`;

  test('scoreOf', async () => {
    await fc.assert(
      fc.asyncProperty(figures, async (some) => {
        const value = await evaluate(
          scoreSql({
            weightSum: double(some.weight),
            exposure: double(some.exposure),
            outsideWeight: double(some.outsideWeight),
            outsideExposure: double(some.outsideExposure),
            prior: double(some.prior),
            submittedAt: sql`${new Date(some.listedAt).toISOString()}::timestamptz`,
          }),
        );
        expect(close(value, scoreOf(some))).toBe(true);
      }),
    );
  });

  test('priorOf', async () => {
    for (const theirs of [null, 0, 1, 92, 1_000_000]) {
      expect(await evaluate(priorSql(sql`${theirs}::int`))).toBeCloseTo(priorOf(theirs), 12);
    }
  });
});

const aVote = fc.record({
  who: fc.integer({ min: 0, max: 11 }),
  up: fc.boolean(),
  place: fc.constantFrom(undefined, 1, 30, -4),
});

test('incremental votes, added and removed in any order, equal a recount', async () => {
  await viewsAVote(16);
  await fc.assert(
    fc.asyncProperty(fc.array(aVote, { maxLength: 20 }), fc.boolean(), async (moves, own) => {
      const { id } = own ? await listed() : await createPaper();
      for (const { who, up, place } of moves) {
        const vote = { userId: reader(who), paperId: id, place };
        await transaction<unknown>((tx) => (up ? insertUpvote(tx, vote) : deleteUpvote(tx, vote)));
      }
      expect(await drifts(id)).toEqual([]);
      const rows = await db().select().from(upvotes).where(sql`paper_id = ${id}`);
      const [row] = await rawSql()`
        select trending, upvote_count as votes,
          extract(epoch from submitted_at)::float8 * 1000 as at
        from papers where id = ${id}`;
      expect(row?.votes).toBe(rows.length);
      if (!own && rows.length === 0) {
        expect(row?.trending).toBeNull();
        return;
      }
      const outside = rows.filter(({ place }) => place === null).length;
      const expected = scoreOf({
        weight: rows.length - outside,
        exposure: 0,
        outsideWeight: outside,
        outsideExposure: outside * 16 * BRINGS,
        prior: PRIOR,
        listedAt: row?.at,
      });
      expect(close(expected, row?.trending)).toBe(true);
    }),
    { numRuns: 12 },
  );
  await viewsAVote(0);
});

test('an upvote added, removed and added gives the same number', async () => {
  const { id } = await listed();
  const vote = { userId: reader(0), paperId: id, place: 3 };
  await rawSql()`insert into paper_exposures (paper_id, day, exposure) values (${id}, '2026-01-16', 33.3)`;
  const none = await recomputed(id);
  await transaction((tx) => insertUpvote(tx, vote));
  const once = await trendingOf(id);
  await transaction((tx) => deleteUpvote(tx, vote));
  expect(close(none, await trendingOf(id))).toBe(true);
  await transaction((tx) => insertUpvote(tx, vote));
  expect(close(once, await trendingOf(id))).toBe(true);
  expect(await drifts(id)).toEqual([]);
});

test('removing an upvote reads no other upvote of the paper', async () => {
  const { id } = await listed();
  await transaction((tx) => insertUpvote(tx, { userId: reader(0), paperId: id, place: 1 }));
  await transaction((tx) => insertUpvote(tx, { userId: reader(1), paperId: id, place: 1 }));
  // A wrong figure stays wrong by the same amount, so nothing was recounted.
  await rawSql()`update papers set weight_sum = weight_sum + 10 where id = ${id}`;
  await transaction((tx) => deleteUpvote(tx, { userId: reader(1), paperId: id }));
  const [row] = await rawSql()`select weight_sum as weight from papers where id = ${id}`;
  expect(row?.weight).toBeCloseTo(11, 9);
});

test('upvotes of one network beyond the first count as outside votes', async () => {
  await viewsAVote(20);
  const { id } = await listed();
  for (let i = 0; i < 10; i++) {
    const vote = { userId: reader(i), paperId: id, place: 1, network: 'one' };
    await transaction((tx) => insertUpvote(tx, vote));
  }
  await transaction((tx) =>
    insertUpvote(tx, { userId: reader(10), paperId: id, place: 1, network: 'two' }),
  );
  const [row] = await rawSql()`
    select weight_sum as inside, outside_weight as outside from papers where id = ${id}`;
  expect(row).toEqual({ inside: FROM_ONE_NETWORK + 1, outside: 10 - FROM_ONE_NETWORK });
  expect(await drifts(id)).toEqual([]);
  await viewsAVote(0);
});

const text = { markdown: 'x', html: 'x', renderer: 1 };

test('incrementally counted comments equal a recount', async () => {
  const moves = fc.array(fc.record({ who: fc.integer({ min: 0, max: 3 }), write: fc.boolean() }), {
    maxLength: 12,
  });
  await fc.assert(
    fc.asyncProperty(moves, async (all) => {
      const { id } = await createPaper({
        listed: true,
        submittedAt: LISTED,
        submittedBy: reader(0),
      });
      const open: { who: number; commentId: number }[] = [];
      for (const { who, write } of all) {
        if (write) {
          const [row] = await db()
            .insert(comments)
            .values({ ...text, paperId: id, userId: reader(who) })
            .returning({ commentId: comments.id });
          const commentId = row?.commentId ?? 0;
          await transaction((tx) => countComment(tx, { commentId, paperId: id }, 1));
          open.push({ who, commentId });
        } else {
          const { commentId } = open.find((one) => one.who === who) ?? {};
          if (commentId === undefined) continue;
          await transaction((tx) => countComment(tx, { commentId, paperId: id }, -1));
          await rawSql()`update comments set deleted_at = now() where id = ${commentId}`;
          open.splice(
            open.findIndex((one) => one.commentId === commentId),
            1,
          );
        }
      }
      expect(await drifts(id)).toEqual([]);
      const writers = new Set(open.map(({ who }) => who).filter((who) => who > 0));
      expect(close(unseenScore(WEIGHTS.comment * writers.size, LISTED), await trendingOf(id))).toBe(
        true,
      );
    }),
    { numRuns: 12 },
  );
});

test('a paper with comments only is not listed', async () => {
  const { id } = await createPaper();
  await db()
    .insert(comments)
    .values({ ...text, paperId: id, userId: reader(1) });
  expect(await recomputed(id)).toBeNull();
});

test('keyset pages contain every paper once, in the order of a single page', async () => {
  await rawSql()`delete from papers`;
  for (let i = 0; i < 23; i++) {
    // Many with the same score, two each with the same shuffle.
    await createPaper({ listed: true, shuffle: Math.floor(i / 2) / 20, trending: i % 5 });
  }
  const whole = (await listTrendingAfter(null, 100)).map(({ id }) => id);
  expect(whole).toEqual(await listTrending({ limit: 100, offset: 0 }));
  const paged: number[] = [];
  for (let key: TrendingKey | null = null; ; ) {
    const page: TrendingKey[] = await listTrendingAfter(key, 4);
    paged.push(...page.map(({ id }) => id));
    key = page.at(-1) ?? null;
    if (!key) break;
  }
  expect(paged).toEqual(whole);
});
