import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { compose, type TypedEvent } from '@/lib/ranking/composition';
import { SPARKLINE_DAYS, scaleOf } from '@/lib/ranking/histogram';
import { votesToPass } from '@/lib/ranking/standing';
import { heat, WEIGHTS } from '@/lib/ranking/trending';
import type { Viewer } from '@/lib/web/types';
import { db, rawSql, transaction } from '../client';
import { comments, excludedVotes, moderationLog, upvotes } from '../schema';
import { useTestDatabase } from '../testing/database';
import { createPaper, createUser } from '../testing/factories';
import { insertUpvote, recomputePaper } from './votes';
import {
  countExcludedVotes,
  getFirstPaper,
  getOrigins,
  getStanding,
  getUpvotesOverTime,
  listLatestEvents,
  listSparklines,
} from './why';

useTestDatabase();

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOW = Date.now();

let readers: Viewer[] = [];
let banned: Viewer;
beforeAll(async () => {
  readers = await Promise.all(Array.from({ length: 16 }, () => createUser()));
  banned = await createUser({ banned: true });
});
const reader = (i: number) => readers[i]?.id ?? '';

const trendingOf = async (paperId: number): Promise<number> => {
  await transaction((tx) => recomputePaper(tx, paperId));
  const [row] = await rawSql()`select trending from papers where id = ${paperId}`;
  return row?.trending;
};

const vote = (paperId: number, userId: string, at: number, weight = 1) =>
  db()
    .insert(upvotes)
    .values({ paperId, userId, weight, createdAt: new Date(at) });

async function exclude(paperId: number, userId: string) {
  const [log] = await db()
    .insert(moderationLog)
    .values({ action: 'exclude_votes', reason: 'a test' })
    .returning({ id: moderationLog.id });
  await db()
    .insert(excludedVotes)
    .values({ paperId, userId, logId: log?.id ?? 0 });
}

const listedAt = (at: number) => ({
  listedBy: 'submission' as const,
  submittedAt: new Date(at),
  feedDay: new Date(at).toISOString().slice(0, 10),
});

describe('what a heat is made of', () => {
  test('agrees with lib/ranking and adds up to the stored score', async () => {
    const at = fc.integer({ min: NOW - 40 * DAY, max: NOW });
    const history = fc.record({
      submitted: at,
      votes: fc.array(fc.record({ at, weight: fc.constantFrom(0.25, 1) }), { maxLength: 16 }),
      comments: fc.array(at, { maxLength: 6 }),
    });
    await fc.assert(
      fc.asyncProperty(history, async ({ submitted, votes, comments: said }) => {
        const { id } = await createPaper(listedAt(submitted));
        for (const [i, { at, weight }] of votes.entries()) await vote(id, reader(i), at, weight);
        for (const [i, at] of said.entries()) {
          const comment = { paperId: id, markdown: 'x', html: 'x', renderer: 1 };
          await db()
            .insert(comments)
            .values([
              { ...comment, userId: reader(i), createdAt: new Date(at) },
              { ...comment, userId: reader(i), createdAt: new Date(NOW) },
            ]);
        }
        const events: TypedEvent[] = [
          { kind: 'submission', weight: WEIGHTS.submission, at: submitted },
          ...votes.map((event) => ({ kind: 'upvote' as const, ...event })),
          ...said.map((at) => ({ kind: 'comment' as const, weight: WEIGHTS.comment, at })),
        ];
        const expected = compose(events, NOW, WEIGHTS.upvote);
        const { composition, firstUpvote } = await getOrigins(id, NOW);
        expect(composition.map(({ heat: _, ...part }) => part)).toEqual(
          expected.map(({ heat: _, ...part }) => part),
        );
        composition.forEach((part, i) => {
          expect(Math.abs(part.heat / (expected[i]?.heat ?? 0) - 1)).toBeLessThan(1e-9);
        });
        expect(firstUpvote).toBe(votes.length ? Math.min(...votes.map((v) => v.at)) : null);
        const sum = composition.reduce((total, part) => total + part.heat, 0);
        expect(Math.abs(sum / heat(await trendingOf(id), NOW) - 1)).toBeLessThan(1e-9);
      }),
      { numRuns: 25 },
    );
  });

  test('leaves out what a moderator excluded, banned readers and the submitter', async () => {
    const { id } = await createPaper({ ...listedAt(NOW - 3 * DAY), submittedBy: reader(0) });
    await vote(id, reader(1), NOW - 2 * HOUR);
    await vote(id, reader(2), NOW - 3 * HOUR);
    await vote(id, banned.id, NOW - 4 * HOUR);
    await exclude(id, reader(2));
    await exclude(id, reader(9));
    expect(await countExcludedVotes(id)).toBe(1);
    const comment = { paperId: id, markdown: 'x', html: 'x', renderer: 1 };
    await db()
      .insert(comments)
      .values([
        { ...comment, userId: reader(0) },
        { ...comment, userId: banned.id },
        { ...comment, userId: reader(3), hiddenAt: new Date() },
      ]);
    const { composition, firstUpvote } = await getOrigins(id, NOW);
    expect(composition.map(({ part, events }) => [part, events])).toEqual([
      ['lastDay', 1],
      ['submission', 1],
    ]);
    expect(firstUpvote).toBe(NOW - 2 * HOUR);
    const scale = scaleOf(NOW - 5 * HOUR, NOW);
    const { counts } = await getUpvotesOverTime(id, scale);
    expect(counts.reduce((a, b) => a + b, 0)).toBe(1);
    expect(counts[Math.floor((NOW - 2 * HOUR - scale.from) / scale.width)]).toBe(1);
    expect((await listSparklines([id], NOW)).get(id)?.reduce((a, b) => a + b, 0)).toBe(1);
  });

  test('an event of centuries ago is no error', async () => {
    const { id } = await createPaper(listedAt(Date.UTC(1700, 0, 1)));
    const { composition } = await getOrigins(id, NOW);
    expect(composition[0]?.heat).toBeLessThan(1e-200);
  });
});

describe('where a paper stands', () => {
  test('says its place, the paper above, and how many upvotes pass it', async () => {
    const made = [];
    for (let i = 0; i < 6; i++) {
      const { id, slug } = await createPaper(listedAt(NOW + 1_000 * DAY));
      for (let n = 0; n < 2 * (5 - i); n++) await vote(id, reader(n), NOW + 1_000 * DAY);
      made.push({ id, slug, trending: await trendingOf(id) });
    }
    for (const [i, { id, trending }] of made.entries()) {
      const standing = await getStanding(id, 100);
      expect(standing?.trending).toBe(trending);
      expect(standing?.ahead).toBe(i);
      expect(standing?.above?.slug).toBe(made[i - 1]?.slug);
    }
    expect((await getStanding(made[5]?.id ?? 0, 3))?.ahead).toBe(3);
  });

  test('a tie is in the order of the feed', async () => {
    const at = NOW + 2_000 * DAY;
    const second = await createPaper({ ...listedAt(at), shuffle: 0.5 });
    const first = await createPaper({ ...listedAt(at), shuffle: 0.25 });
    await trendingOf(second.id);
    await trendingOf(first.id);
    expect(await getStanding(first.id, 10)).toMatchObject({ ahead: 0, above: null });
    expect(await getStanding(second.id, 10)).toMatchObject({
      ahead: 1,
      above: { slug: first.slug },
    });
  });

  test('that many upvotes, cast for real, pass', async () => {
    const [own, other] = [
      await createPaper(listedAt(NOW - 30 * HOUR)),
      await createPaper(listedAt(NOW - 10 * HOUR)),
    ];
    for (let i = 0; i < 7; i++) await vote(other.id, reader(i), NOW - i * HOUR);
    const above = await trendingOf(other.id);
    const votes = votesToPass(await trendingOf(own.id), above, Date.now());
    expect(votes).toBeGreaterThan(2);
    const score = async () => (await getStanding(own.id, 1))?.trending ?? 0;
    for (let i = 0; i < votes; i++) {
      expect(await score()).toBeLessThanOrEqual(above);
      await transaction((tx) => insertUpvote(tx, { userId: reader(i), paperId: own.id }));
    }
    expect(await score()).toBeGreaterThan(above);
  });

  test('a paper on no feed stands nowhere', async () => {
    expect(await getStanding((await createPaper()).id, 10)).toBeNull();
    expect(await getStanding(0, 10)).toBeNull();
  });
});

test('the example of the ranking is the first paper, and its newest events', async () => {
  const [before] = await rawSql()`
    select id from papers where trending is not null order by trending desc limit 1`;
  expect((await getFirstPaper())?.id).toBe(Number(before?.id));
  const at = NOW + 5_000 * DAY;
  const { id, slug } = await createPaper(listedAt(at));
  await vote(id, reader(0), at + HOUR);
  await vote(id, reader(1), at + 2 * HOUR, 0.25);
  await vote(id, banned.id, at + 3 * HOUR);
  const trending = await trendingOf(id);
  expect(await getFirstPaper()).toEqual({ id, slug, title: `Paper ${slug}`, trending });
  expect(await listLatestEvents(id)).toEqual([
    { kind: 'submission', weight: 1, at },
    { kind: 'upvote', weight: 0.25, at: at + 2 * HOUR },
  ]);
  await db()
    .insert(comments)
    .values({ paperId: id, userId: reader(2), markdown: 'x', html: 'x', renderer: 1 });
  expect((await listLatestEvents(id)).map(({ kind }) => kind)).toEqual([
    'submission',
    'upvote',
    'comment',
  ]);
});

test('sparklines count upvotes by the day of UTC, for many papers in one query', async () => {
  const [busy, quiet, old] = await Promise.all([createPaper(), createPaper(), createPaper()]);
  const midnight = Math.floor(NOW / DAY) * DAY;
  await vote(busy.id, reader(0), midnight);
  await vote(busy.id, reader(1), midnight - 1);
  await vote(busy.id, reader(2), midnight - DAY);
  await vote(busy.id, reader(3), midnight - 13 * DAY);
  await vote(busy.id, reader(4), midnight - 13 * DAY - 1);
  await vote(old.id, reader(0), midnight - 20 * DAY);
  const lines = await listSparklines([busy.id, quiet.id, old.id], NOW);
  expect([...lines.keys()]).toEqual([busy.id]);
  const line = lines.get(busy.id) ?? [];
  expect(line).toHaveLength(SPARKLINE_DAYS);
  expect([line[0], line[12], line[13]]).toEqual([1, 2, 1]);
  expect(line.reduce((a, b) => a + b, 0)).toBe(4);
  expect(await listSparklines([], NOW)).toEqual(new Map());
});
