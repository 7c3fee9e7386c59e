import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { countExposure } from '@/lib/views/exposure';
import { HOUR, hourOf } from '@/lib/views/tally';
import { db, transaction } from '../client';
import { paperListings } from '../schema';
import { useTestDatabase } from '../testing/database';
import { emptyTables } from '../testing/empty';
import { createPaper, createUser } from '../testing/factories';
import { listDays, listTrending } from './feeds';
import { addViews } from './views';
import { insertUpvote, recomputePapers } from './votes';

useTestDatabase();

const NOW = hourOf(Date.now());
const DAY = 24 * HOUR;
const first = (limit: number) => listTrending({ limit, offset: 0 });
const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);
const recompute = () => transaction((tx) => recomputePapers(tx, sql`true`));

beforeEach(() => emptyTables('papers', 'exposure_hours'));

/** Rank correlation (Spearman) of two lists; the first must have no ties. */
function correlation(a: number[], b: number[]): number {
  const ranks = (values: number[]) =>
    values.map((value) => values.filter((other) => other < value).length);
  const [x, y] = [ranks(a), ranks(b)];
  const mean = (values: number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;
  const [mx, my] = [mean(x), mean(y)];
  const sum = (of: (i: number) => number) => x.reduce((total, _, i) => total + of(i), 0);
  const spread = (values: number[], m: number) =>
    Math.sqrt(sum((i) => ((values[i] ?? 0) - m) ** 2));
  return sum((i) => ((x[i] ?? 0) - mx) * ((y[i] ?? 0) - my)) / (spread(x, mx) * spread(y, my));
}

/** Counts distributed like those of a real daily list: half up to 8, a tenth above 30. */
const counts = (n: number) => Math.floor(8 * Math.exp(1.1 * Math.sin(n * 12.9898) * 1.6));

async function imported(days: number, perDay: number) {
  const made = [];
  for (let i = 0; i < days * perDay; i++) {
    const at = Math.floor(NOW / DAY - Math.floor(i / perDay)) * DAY;
    const { id } = await createPaper({
      listed: true,
      submittedAt: new Date(at),
      feedDay: dayOf(at),
    });
    await db()
      .insert(paperListings)
      .values({ paperId: id, site: 'example.org', day: dayOf(at), upvotes: counts(i) });
    made.push({ id, at, theirs: counts(i) });
  }
  await recompute();
  return made;
}

test('five unseen papers: the newest first, and one upvote lifts a paper', async () => {
  const ids: number[] = [];
  for (let i = 0; i < 5; i++) {
    ids.push((await createPaper({ listed: true, submittedAt: new Date(NOW - i * DAY) })).id);
  }
  expect(await first(5)).toEqual(ids);
  const reader = await createUser();
  await transaction((tx) => insertUpvote(tx, { userId: reader.id, paperId: ids[3] ?? 0 }));
  expect((await first(5))[0]).toBe(ids[3]);
});

describe('imported papers without a vote', () => {
  test('the day keeps its source order, and Trending has the best of the last days', async () => {
    const made = await imported(10, 30);
    const today = made.filter(({ at }) => at === made[0]?.at);
    const theirs = new Map(made.map((one) => [one.id, one.theirs]));
    const days = { first: dayOf(made[0]?.at ?? 0), last: dayOf(made[0]?.at ?? 0) };
    const shown = (await listDays(days, { limit: 30, offset: 0 })).map((id) => theirs.get(id) ?? 0);
    expect(shown).toEqual([...shown].sort((a, b) => b - a));
    expect(shown).toHaveLength(today.length);
    const page = await first(25);
    const ages = page.map((id) => (NOW - (made.find((one) => one.id === id)?.at ?? 0)) / DAY);
    expect(Math.max(...ages)).toBeLessThan(8);
    const mean = (values: number[]) => values.reduce((a, b) => a + b, 0) / values.length;
    expect(mean(page.map((id) => theirs.get(id) ?? 0))).toBeGreaterThan(
      2 * mean(made.map((one) => one.theirs)),
    );
  });

  test('own upvotes outrank the source once the day has enough of them', async () => {
    const made = await imported(1, 10);
    const least = made.reduce((a, b) => (a.theirs < b.theirs ? a : b));
    for (let i = 0; i < 5; i++) {
      const { id } = await createUser();
      await transaction((tx) => insertUpvote(tx, { userId: id, paperId: least.id }));
    }
    const day = { first: dayOf(least.at), last: dayOf(least.at) };
    expect((await listDays(day, { limit: 1, offset: 0 }))[0]).toBe(least.id);
  });
});

test('without views, papers of a day are ordered by their upvotes', async () => {
  const readers = await Promise.all(Array.from({ length: 40 }, () => createUser()));
  const votes: number[] = [];
  const ids: number[] = [];
  for (let i = 0; i < 20; i++) {
    const { id } = await createPaper({ listed: true, submittedAt: new Date(NOW - i * HOUR) });
    const number = Math.min(40, counts(i));
    for (const { id: userId } of readers.slice(0, number)) {
      await transaction((tx) => insertUpvote(tx, { userId, paperId: id }));
    }
    ids.push(id);
    votes.push(number);
  }
  const order = await first(20);
  expect(
    correlation(
      ids.map((id) => -order.indexOf(id)),
      votes,
    ),
  ).toBeGreaterThan(0.9);
});

test('with one user, papers seen but not upvoted fall behind', async () => {
  const [old, fresh] = [
    await createPaper({ listed: true, submittedAt: new Date(NOW - 2 * HOUR) }),
    await createPaper({ listed: true, submittedAt: new Date(NOW - 5 * HOUR) }),
  ];
  await addViews([{ paperId: old.id, place: 1, hour: NOW - HOUR, views: 12 }]);
  await countExposure(NOW);
  expect(await first(2)).toEqual([fresh.id, old.id]);
});

test('after a month offline, a site shows new papers, not the former top', async () => {
  const { id: best } = await createPaper({ listed: true, submittedAt: new Date(NOW - 31 * DAY) });
  for (let i = 0; i < 30; i++) {
    const { id } = await createUser();
    await transaction((tx) => insertUpvote(tx, { userId: id, paperId: best }));
  }
  await addViews([{ paperId: best, place: 1, hour: NOW - 31 * DAY, views: 300 }]);
  const { id: fresh } = await createPaper({ listed: true, submittedAt: new Date(NOW) });
  expect(await countExposure(NOW)).toMatchObject({ hours: 1 });
  expect(await first(2)).toEqual([fresh, best]);
});
