import { beforeAll, describe, expect, test } from 'vitest';
import { db } from '../client';
import { paperListings } from '../schema';
import { useTestDatabase } from '../testing/database';
import { createPaper } from '../testing/factories';
import { listDays, listTopicDays, listTrending } from './feeds';
import { getLatestDay, getNeighbourDays, listDayCounts } from './periods';
import { listFeedDays } from './sitemap';

useTestDatabase();

type Paper = { id: number; days: string[]; upvotes: number; shuffle: number; topics: string[] };
const papers: Paper[] = [];
const dayOf = (n: number) => new Date(Date.UTC(2026, 6, n)).toISOString().slice(0, 10);
const ALL = { limit: 100, offset: 0 };

/** Papers whose own day is the first; other sites list them on none, one or some later days. */
beforeAll(async () => {
  for (let n = 0; n < 24; n++) {
    const own = 1 + (n % 7) * 3;
    const facts = {
      upvotes: (n * 5) % 9,
      shuffle: ((n * 37) % 61) / 61,
      topics: n % 2 ? ['cs.CV'] : [],
    };
    const { id } = await createPaper({
      listed: true,
      submittedAt: new Date(`${dayOf(own)}T12:00:00Z`),
      upvoteCount: facts.upvotes,
      shuffle: facts.shuffle,
      categories: facts.topics,
    });
    const named = [[own], [own, own + 1], [], [own + 1, own + 4, own + 4]][n % 4] ?? [];
    const rows = named.map((day, at) => ({ paperId: id, site: `site-${at % 3}`, day: dayOf(day) }));
    if (rows.length > 0) await db().insert(paperListings).values(rows);
    papers.push({ id, ...facts, days: [...new Set([own, ...named].map(dayOf))] });
  }
  // Harvested only: a list entry does not put it on a day.
  const { id } = await createPaper({ categories: ['cs.CV'] });
  await db().insert(paperListings).values({ paperId: id, site: 'site-0', day: '2026-08-20' });
});

const TOPICS = [null, 'cs.CV'];
const inTopic = (topic: string | null) =>
  papers.filter(({ topics }) => topic === null || topics.includes(topic));
const within = (topic: string | null, first: string, last: string) =>
  inTopic(topic)
    .filter(({ days }) => days.some((day) => day >= first && day <= last))
    .sort((a, b) => b.upvotes - a.upvotes || a.shuffle - b.shuffle)
    .map(({ id }) => id);

describe.each(TOPICS)('a paper that several lists name (topic %s)', (topic) => {
  const list = (first: string, last: string, page = ALL) =>
    topic === null ? listDays({ first, last }, page) : listTopicDays(topic, { first, last }, page);

  test('is listed on each of its days, and once per week or month', async () => {
    for (let n = 1; n <= 28; n++) {
      const day = dayOf(n);
      expect(await list(day, day), day).toEqual(within(topic, day, day));
    }
    expect(await list(dayOf(1), dayOf(31))).toEqual(within(topic, dayOf(1), dayOf(31)));
    const week = [0, 3, 6].map((offset) => list(dayOf(6), dayOf(12), { limit: 3, offset }));
    expect((await Promise.all(week)).flat()).toEqual(
      within(topic, dayOf(6), dayOf(12)).slice(0, 9),
    );
  });

  test('counts on each of its days, and neighboring days are those with papers', async () => {
    const days = [...new Set(inTopic(topic).flatMap((paper) => paper.days))].sort();
    expect(await listDayCounts(topic, dayOf(1), dayOf(31))).toEqual(
      days.map((day) => ({ day, papers: within(topic, day, day).length })),
    );
    for (let n = 0; n <= 31; n++) {
      const day = dayOf(n);
      expect(await getNeighbourDays(topic, day, day), day).toEqual({
        before: days.filter((other) => other < day).at(-1) ?? null,
        after: days.find((other) => other > day) ?? null,
      });
      const latest = days.filter((other) => other <= day).at(-1) ?? null;
      expect(await getLatestDay(topic, day), day).toBe(latest);
    }
    if (topic === null) expect(await listFeedDays(100)).toEqual([...days].reverse());
  });
});

test('appears in Trending once', async () => {
  const ids = await listTrending(ALL);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toHaveLength(papers.length);
});
