import { beforeAll, describe, expect, test } from 'vitest';
import { SPARKLINE_DAYS, scaleOf } from '@/lib/ranking/histogram';
import { rateShare, votesToPass } from '@/lib/ranking/standing';
import { DEFAULT_SCALE, scoreOf } from '@/lib/ranking/trending';
import type { Viewer } from '@/lib/web/types';
import { db, rawSql, transaction } from '../client';
import { comments, excludedVotes, moderationLog, upvotes } from '../schema';
import { useTestDatabase } from '../testing/database';
import { createPaper, createUser } from '../testing/factories';
import { insertUpvote, recomputePaper } from './votes';
import {
  countExcludedVotes,
  getCounted,
  getFirstPaper,
  getStanding,
  getUpvotesOverTime,
  listSparklines,
  listWeekRates,
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

test('counts exclude votes of banned users and submitters, and excluded votes', async () => {
  const { id } = await createPaper({ ...listedAt(NOW - 3 * DAY), submittedBy: reader(0) });
  await vote(id, reader(1), NOW - 2 * HOUR);
  await vote(id, reader(2), NOW - 3 * HOUR);
  await vote(id, reader(4), NOW - HOUR, 0.25);
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
      { ...comment, userId: reader(5) },
      { ...comment, userId: reader(5) },
    ]);
  expect(await getCounted(id)).toEqual({
    lists: 2,
    elsewhere: 0,
    young: 1,
    own: 0,
    comments: 1,
    firstUpvote: NOW - 2 * HOUR,
  });
  const scale = scaleOf(NOW - 5 * HOUR, NOW);
  const { counts } = await getUpvotesOverTime(id, scale);
  expect(counts.reduce((a, b) => a + b, 0)).toBe(2);
  expect((await listSparklines([id], NOW)).get(id)?.reduce((a, b) => a + b, 0)).toBe(2);
});

test('the displayed figures give the stored score', async () => {
  const { id } = await createPaper(listedAt(NOW - 3 * DAY));
  for (let i = 0; i < 5; i++) await vote(id, reader(i), NOW - i * HOUR);
  await rawSql()`insert into paper_exposures (paper_id, day, exposure) values (${id}, '2026-01-01', 123.4)`;
  const score = await trendingOf(id);
  const rated = (await getStanding(id, 10))?.rated;
  expect(rated).toMatchObject({ weight: 5, exposure: 123.4, score, scale: DEFAULT_SCALE });
  if (rated) {
    expect(scoreOf({ ...rated, listedAt: Date.parse(rated.listedAt) })).toBeCloseTo(score, 9);
  }
});

test('a rate is compared with those of the last week, independent of age', async () => {
  await rawSql()`delete from papers`;
  const made = [];
  for (let i = 0; i < 5; i++) {
    const { id } = await createPaper(listedAt(NOW - (i + 1) * DAY));
    for (let n = 0; n < i; n++) await vote(id, reader(n), NOW);
    await trendingOf(id);
    made.push(id);
  }
  const share = async (id: number | undefined) => {
    const standing = await getStanding(id ?? 0, 10);
    return standing && rateShare(standing.rated, await listWeekRates());
  };
  expect(await Promise.all(made.map(share))).toEqual([0, 20, 40, 60, 80]);
  await rawSql()`delete from papers where id = ${made[0] ?? 0}`;
  expect(await share(made[4])).toBeNull();
});

describe('the position of a paper', () => {
  test('includes its rank, the paper above, and the upvotes needed to pass it', async () => {
    const made = [];
    for (let i = 0; i < 6; i++) {
      const { id, slug } = await createPaper(listedAt(NOW + 1_000 * DAY));
      for (let n = 0; n < 2 * (5 - i); n++) await vote(id, reader(n), NOW + 1_000 * DAY);
      made.push({ id, slug, trending: await trendingOf(id) });
    }
    for (const [i, { id, trending }] of made.entries()) {
      const standing = await getStanding(id, 100);
      expect(standing?.rated.score).toBe(trending);
      expect(standing?.ahead).toBe(i);
      expect(standing?.above?.slug).toBe(made[i - 1]?.slug);
    }
    expect((await getStanding(made[5]?.id ?? 0, 3))?.ahead).toBe(3);
  });

  test('breaks a tie in the order of the feed', async () => {
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

  test('that many real upvotes pass it', async () => {
    const [own, other] = [
      await createPaper(listedAt(NOW - 30 * HOUR)),
      await createPaper(listedAt(NOW - 10 * HOUR)),
    ];
    for (let i = 0; i < 7; i++) await vote(other.id, reader(i), NOW - i * HOUR);
    const above = await trendingOf(other.id);
    await trendingOf(own.id);
    const rated = (await getStanding(own.id, 1))?.rated;
    if (!rated) throw new Error('it is on the feeds');
    const figures = { ...rated, listedAt: Date.parse(rated.listedAt) };
    const votes = votesToPass(figures, above, rated.scale);
    expect(votes).toBeGreaterThan(2);
    const score = async () => (await getStanding(own.id, 1))?.rated.score ?? 0;
    for (let i = 0; i < votes; i++) {
      expect(await score()).toBeLessThanOrEqual(above);
      await transaction((tx) => insertUpvote(tx, { userId: reader(i), paperId: own.id, place: 1 }));
    }
    expect(await score()).toBeGreaterThan(above);
  });

  test('an unlisted paper has none', async () => {
    expect(await getStanding((await createPaper()).id, 10)).toBeNull();
    expect(await getStanding(0, 10)).toBeNull();
  });
});

test('the worked example is the first paper', async () => {
  const { id, slug } = await createPaper(listedAt(NOW + 5_000 * DAY));
  await vote(id, reader(0), NOW);
  await vote(id, banned.id, NOW);
  const score = await trendingOf(id);
  expect(await getFirstPaper()).toMatchObject({ slug, rated: { weight: 1, score } });
});

test('sparklines count upvotes by UTC day, for many papers in one query', async () => {
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
