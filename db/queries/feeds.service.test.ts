import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { db } from '../client';
import { comments } from '../schema';
import { useTestDatabase } from '../testing/database';
import { createPaper, createUser, unseenScore } from '../testing/factories';
import {
  type FilterConditions,
  getFirstYear,
  listDays,
  listDiscussed,
  listFiltered,
  listNewest,
  listTopic,
  listTopicCounts,
  listTopicDays,
  listTrending,
  listWithCode,
  listYear,
} from './feeds';

useTestDatabase();

type Paper = {
  id: number;
  trending: number;
  submittedAt: Date;
  day: string;
  upvotes: number;
  topics: string[];
  code: boolean;
  year: number;
  shuffle: number;
};

const papers: Paper[] = [];
const TOPICS = [['cs.CV'], ['cs.CV', 'cs.LG'], ['math.NT'], []];
/** More than one page, and few enough to sort in the test. */
const COUNT = 60;

beforeAll(async () => {
  for (let n = 0; n < COUNT; n++) {
    const submittedAt = new Date(Date.UTC(2026, 6, 1 + (n % 40), 12, n));
    const facts = {
      submittedAt,
      day: submittedAt.toISOString().slice(0, 10),
      trending: unseenScore((n * 7) % 11, submittedAt),
      upvotes: (n * 5) % 9,
      topics: TOPICS[n % 4] ?? [],
      code: n % 3 === 0,
      year: 2020 + (n % 5),
      shuffle: ((n * 37) % 61) / 61,
    };
    const { id } = await createPaper({
      listed: true,
      submittedAt,
      trending: facts.trending,
      upvoteCount: facts.upvotes,
      shuffle: facts.shuffle,
      categories: facts.topics,
      codeUrl: facts.code ? 'https://github.com/example/code' : null,
      // The last moment of the year in UTC, which is the next year in other time zones.
      publishedAt: new Date(Date.UTC(facts.year, 11, 31, 23, 59)),
    });
    papers.push({ id, ...facts });
  }
  await createPaper({
    categories: ['cs.CV'],
    codeUrl: 'https://github.com/example/only-harvested',
  });
});

const ALL = { limit: 100, offset: 0 };
const sorted = (key: (paper: Paper) => number, keep: (paper: Paper) => boolean = () => true) =>
  papers
    .filter(keep)
    .sort((a, b) => key(b) - key(a) || a.shuffle - b.shuffle)
    .map(({ id }) => id);
const trending = (paper: Paper) => paper.trending;
const newest = (paper: Paper) => paper.submittedAt.getTime();
const upvotes = (paper: Paper) => paper.upvotes;

describe('feeds contain listed papers, in their order', () => {
  test('trending, new, with code, of a year', async () => {
    expect(await listTrending(ALL)).toEqual(sorted(trending));
    expect(await listNewest(ALL)).toEqual(sorted(newest));
    expect(await listWithCode(ALL)).toEqual(sorted(trending, ({ code }) => code));
    expect(await listYear(2022, ALL)).toEqual(sorted(trending, ({ year }) => year === 2022));
    expect(await listYear(1999, ALL)).toEqual([]);
    expect(await getFirstYear()).toBe(2020);
  });

  test('a day, a week and a month by upvotes, page after page', async () => {
    const week = { first: '2026-07-06', last: '2026-07-12' };
    const ofWeek = sorted(upvotes, ({ day }) => day >= week.first && day <= week.last);
    expect(ofWeek.length).toBeGreaterThan(7);
    expect(await listDays(week, ALL)).toEqual(ofWeek);
    const pages = [0, 4, 8, 12].map((offset) => listDays(week, { limit: 4, offset }));
    expect((await Promise.all(pages)).flat()).toEqual(ofWeek.slice(0, 16));
    const july = { first: '2026-07-01', last: '2026-07-31' };
    expect(await listDays(july, ALL)).toEqual(sorted(upvotes, ({ day }) => day <= july.last));
    const day = { first: '2026-07-03', last: '2026-07-03' };
    expect(await listDays(day, ALL)).toEqual(sorted(upvotes, (paper) => paper.day === day.first));
    expect(await listDays({ first: '2025-07-01', last: '2025-07-31' }, ALL)).toEqual([]);
  });

  test('a topic by trending, by new, and by a period', async () => {
    const vision = ({ topics }: Paper) => topics.includes('cs.CV');
    expect(await listTopic('cs.CV', 'trending', ALL)).toEqual(sorted(trending, vision));
    expect(await listTopic('cs.CV', 'new', ALL)).toEqual(sorted(newest, vision));
    const days = { first: '2026-07-06', last: '2026-07-19' };
    expect(await listTopicDays('cs.CV', days, ALL)).toEqual(
      sorted(
        upvotes,
        (paper) => vision(paper) && paper.day >= days.first && paper.day <= days.last,
      ),
    );
    expect(await listTopic('cs.RO', 'new', ALL)).toEqual([]);
  });

  test('topics have paper counts', async () => {
    const counts = new Map((await listTopicCounts()).map(({ topic, papers: n }) => [topic, n]));
    expect(Object.fromEntries(counts)).toEqual({ 'cs.CV': 30, 'cs.LG': 15, 'math.NT': 15 });
  });
});

describe('several conditions at once', () => {
  const conditions = [null, 'cs.CV', 'cs.RO'].flatMap((topic) =>
    [true, false].flatMap((hasCode) =>
      [null, 2022, 1999].flatMap((year) =>
        (['trending', 'new'] as const).map(
          (order): FilterConditions => ({ topic, hasCode, year, order }),
        ),
      ),
    ),
  );

  test.each(conditions)('%j', async (filter) => {
    const { topic, hasCode, year, order } = filter;
    const expected = sorted(
      order === 'new' ? newest : trending,
      (paper) =>
        (!topic || paper.topics.includes(topic)) &&
        (!hasCode || paper.code) &&
        (!year || paper.year === year),
    );
    expect(await listFiltered(filter, ALL)).toEqual({ ids: expected, complete: true });
    const second = await listFiltered(filter, { limit: 5, offset: 5 });
    expect(second.ids).toEqual(expected.slice(5, 10));
  });
});

test('most discussed counts visible comments of the last 30 days', async () => {
  const { id: userId } = await createUser();
  const [loud, quiet, hushed, old] = papers.map(({ id }) => id);
  const harvested = await createPaper();
  const say = async (paperId: number | undefined, count: number, facts = {}) => {
    if (paperId === undefined) return;
    await db()
      .insert(comments)
      .values(
        Array.from({ length: count }, () => ({
          paperId,
          userId,
          markdown: 'x',
          html: 'x',
          renderer: 1,
          ...facts,
        })),
      );
  };
  await say(loud, 3);
  await say(quiet, 1);
  await say(hushed, 4, { hiddenAt: new Date() });
  await say(hushed, 4, { deletedAt: new Date() });
  await say(hushed, 2);
  await say(old, 9, { createdAt: sql`now() - interval '31 days'` });
  await say(harvested.id, 9);
  expect(await listDiscussed(ALL)).toEqual([loud, hushed, quiet]);
});
