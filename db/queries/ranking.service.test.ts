import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  addScores,
  eventScore,
  LANDMARK,
  type RankingEvent,
  scoreOf,
  WEIGHTS,
} from '@/lib/ranking/trending';
import type { Viewer } from '@/lib/web/types';
import { db, rawSql, transaction } from '../client';
import { comments, upvotes } from '../schema';
import { useTestDatabase } from '../testing/database';
import { createPaper, createUser } from '../testing/factories';
import { listTrending, listTrendingAfter, type TrendingKey } from './feeds';
import { addScoresSql, eventScoreSql } from './ranking';
import { deleteUpvote, insertUpvote, recomputePaper, recomputePapers } from './votes';

useTestDatabase();

const DAY = 86_400_000;
const NOW = Date.now();
const close = (a: number, b: number | null) =>
  b !== null && Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b));

const instant = fc.integer({ min: NOW - 90 * DAY, max: NOW });
const weight = fc.oneof(
  fc.constantFrom(...Object.values(WEIGHTS)),
  fc.double({ min: 1e-6, max: 50, noNaN: true }),
);

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

async function insertEvents(paperId: number, events: RankingEvent[]) {
  const rows = events.map((event, i) => ({
    paperId,
    userId: reader(i),
    weight: event.weight,
    createdAt: new Date(event.at),
  }));
  if (rows.length > 0) await db().insert(upvotes).values(rows);
}

describe('the formulas in SQL are those of lib/ranking', () => {
  const evaluate = async (expression: ReturnType<typeof sql>): Promise<number> => {
    const [row] = await db().execute<{ value: number }>(sql`select ${expression} as value`);
    return row?.value ?? Number.NaN;
  };
  const double = (value: number) => sql`${value}::double precision`;
  const century = fc.date({
    min: new Date(LANDMARK - 36_500 * DAY),
    max: new Date(LANDMARK + 36_500 * DAY),
    noInvalidDate: true,
  });

  test('eventScore', async () => {
    await fc.assert(
      fc.asyncProperty(weight, century, async (w, at) => {
        const value = await evaluate(
          eventScoreSql(double(w), sql`${at.toISOString()}::timestamptz`),
        );
        expect(close(value, eventScore(w, at))).toBe(true);
      }),
    );
  });

  test('addScores, also of scores a century apart', async () => {
    const score = fc.double({ min: -20_000, max: 20_000, noNaN: true });
    await fc.assert(
      fc.asyncProperty(score, score, async (z, y) => {
        const value = await evaluate(addScoresSql(double(z), double(y)));
        expect(close(value, addScores(z, y))).toBe(true);
      }),
    );
  });
});

describe('a paper recomputed from its rows', () => {
  test('has the score of its submission and upvotes', async () => {
    const history = fc.array(fc.record({ weight, at: instant }), { maxLength: 24 });
    await fc.assert(
      fc.asyncProperty(history, instant, async (events, submittedAt) => {
        const { id } = await createPaper({
          listedBy: 'submission',
          submittedAt: new Date(submittedAt),
          feedDay: '2026-01-01',
        });
        await insertEvents(id, events);
        const expected = scoreOf([{ weight: WEIGHTS.submission, at: submittedAt }, ...events]);
        expect(close(await recomputed(id), expected)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  test('keeps events that are 200 years apart', async () => {
    const { id } = await createPaper({
      listedBy: 'daily_list',
      submittedAt: new Date('1900-01-01'),
      feedDay: '1900-01-01',
    });
    await insertEvents(id, [{ weight: 1e-6, at: new Date('2100-01-01').getTime() }]);
    expect(close(await recomputed(id), eventScore(1e-6, new Date('2100-01-01')))).toBe(true);
  });

  test('counts the first visible comment of each reader except the submitter', async () => {
    const submitter = reader(0);
    const submittedAt = new Date(NOW - 3 * DAY);
    const { id } = await createPaper({
      listedBy: 'submission',
      submittedBy: submitter,
      submittedAt,
      feedDay: '2026-01-01',
    });
    const at = (hours: number) => new Date(NOW - 2 * DAY + hours * 3_600_000);
    const comment = { paperId: id, markdown: 'x', html: 'x', renderer: 1 };
    await db()
      .insert(comments)
      .values([
        { ...comment, userId: submitter, createdAt: at(0) },
        { ...comment, userId: reader(1), createdAt: at(5) },
        { ...comment, userId: reader(1), createdAt: at(2) },
        { ...comment, userId: reader(2), createdAt: at(1), hiddenAt: at(2) },
        { ...comment, userId: reader(2), createdAt: at(9) },
        { ...comment, userId: reader(3), createdAt: at(1), deletedAt: at(2) },
        { ...comment, userId: null, createdAt: at(1) },
      ]);
    const expected = scoreOf([
      { weight: WEIGHTS.submission, at: submittedAt },
      { weight: WEIGHTS.comment, at: at(2) },
      { weight: WEIGHTS.comment, at: at(9) },
    ]);
    expect(close(await recomputed(id), expected)).toBe(true);
    const [paper] = await rawSql()`select comment_count from papers where id = ${id}`;
    expect(paper?.comment_count).toBe(5);
  });

  test('that only comments speak for is on no feed', async () => {
    const { id } = await createPaper();
    await rawSql()`
      insert into comments (paper_id, user_id, markdown, html, renderer)
      values (${id}, ${reader(1)}, 'x', 'x', 1)`;
    expect(await recomputed(id)).toBeNull();
  });
});

test('votes added and taken one by one leave the score that the rows have', async () => {
  const history = fc.array(fc.record({ weight, at: instant }), { maxLength: 12 });
  const steps = fc.array(fc.record({ who: fc.integer({ min: 12, max: 23 }), up: fc.boolean() }), {
    maxLength: 20,
  });
  await fc.assert(
    fc.asyncProperty(history, steps, fc.boolean(), async (events, moves, listed) => {
      const { id } = await createPaper(
        listed
          ? { listedBy: 'daily_list', submittedAt: new Date(NOW - 5 * DAY), feedDay: '2026-01-01' }
          : {},
      );
      if (listed) {
        await insertEvents(id, events);
        await transaction((tx) => recomputePaper(tx, id));
      }
      for (const { who, up } of moves) {
        const vote = { userId: reader(who), paperId: id };
        await transaction(async (tx) => {
          await (up ? insertUpvote(tx, vote) : deleteUpvote(tx, vote));
        });
      }
      const [stored] = await rawSql()`
        select trending, upvote_count from papers where id = ${id}`;
      const rows = await rawSql()`
        select weight, extract(epoch from created_at)::double precision * 1000 as at
        from upvotes where paper_id = ${id}`;
      const all = rows.map((row) => ({ weight: row.weight, at: row.at }));
      if (listed) all.push({ weight: WEIGHTS.submission, at: NOW - 5 * DAY });
      expect(stored?.upvote_count).toBe(rows.length);
      const expected = scoreOf(all);
      expect(
        expected === null ? stored?.trending === null : close(stored?.trending, expected),
      ).toBe(true);
      const after = await recomputed(id);
      expect(expected === null ? after === null : close(after, expected)).toBe(true);
    }),
    { numRuns: 40 },
  );
});

test('the feed has the order of the brute-force sums at random moments', async () => {
  const history = fc.array(fc.record({ weight, at: instant }), { minLength: 1, maxLength: 10 });
  const moment = fc.integer({ min: NOW, max: NOW + 60 * DAY });
  await fc.assert(
    fc.asyncProperty(
      fc.array(history, { minLength: 2, maxLength: 6 }),
      moment,
      async (all, now) => {
        await rawSql()`delete from papers`;
        const sums = new Map<number, number>();
        for (const events of all) {
          const submittedAt = new Date(NOW - 30 * DAY);
          const facts = { listedBy: 'submission' as const, submittedAt, feedDay: '2026-01-01' };
          const { id } = await createPaper(facts);
          await insertEvents(id, events);
          const whole = [...events, { weight: WEIGHTS.submission, at: submittedAt }];
          const worth = whole.map((e) => e.weight * 2 ** ((Number(e.at) - now) / (2 * DAY)));
          sums.set(
            id,
            worth.reduce((sum, one) => sum + one, 0),
          );
        }
        await transaction((tx) => recomputePapers(tx, sql`true`));
        const ranked = (await listTrendingAfter(null, 10)).map(({ id }) => sums.get(id) ?? 0);
        expect(ranked).toHaveLength(all.length);
        for (const [i, sum] of ranked.entries()) {
          if (i > 0) expect(sum).toBeLessThanOrEqual((ranked[i - 1] ?? 0) * (1 + 1e-9));
        }
      },
    ),
    { numRuns: 25 },
  );
});

test('an upvote that is taken back leaves exactly the score that the rest has', async () => {
  const history = fc.array(fc.record({ weight, at: instant }), { minLength: 2, maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(history, fc.nat(), async (events, n) => {
      const { id } = await createPaper({ listed: true, submittedAt: new Date(NOW - 70 * DAY) });
      const { id: twin } = await createPaper({
        listed: true,
        submittedAt: new Date(NOW - 70 * DAY),
      });
      const gone = n % events.length;
      await insertEvents(id, events);
      await recomputed(id);
      await transaction((tx) => deleteUpvote(tx, { userId: reader(gone), paperId: id }));
      await insertEvents(
        twin,
        events.filter((_, i) => i !== gone),
      );
      expect(close(await recomputed(twin), await trendingOf(id))).toBe(true);
    }),
    { numRuns: 25 },
  );
});

test('pages by key hold every paper once, in the order of one page', async () => {
  await rawSql()`delete from papers`;
  for (let i = 0; i < 23; i++) {
    // Many with one score, two of those with one shuffle.
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
