import { eq, sql } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { db, rawSql, transaction } from '../client';
import { deleteUpvote, insertUpvote } from '../queries/votes';
import { useTestDatabase } from '../testing/database';
import { createPaper, createUser } from '../testing/factories';
import { papers } from '.';

useTestDatabase();

let id = 0;
beforeEach(async () => {
  ({ id } = await createPaper({ listed: true, categories: ['cs.LG', 'stat.ML', 'cs.LG'] }));
});

const topics = async () => (await rowsOf(id)).map(({ topic }) => topic);
const rowsOf = (paperId: number) =>
  rawSql()<{ topic: string }[]>`select * from paper_topics where paper_id = ${paperId}
    order by topic`;
const change = (values: Partial<typeof papers.$inferInsert>) =>
  db().update(papers).set(values).where(eq(papers.id, id));

/** Rows missing from paper_topics, and rows that should not be there. */
const differences = () => rawSql()`
  with expected as (
    select distinct topic, id as paper_id, trending, shuffle, submitted_at, feed_day, upvote_count,
      code_url is not null as has_code,
      extract(year from published_at at time zone 'UTC')::smallint as year
    from papers, unnest(categories) as topic where trending is not null
  )
  (select * from expected except select * from paper_topics)
  union all (select * from paper_topics except select * from expected)`;

test('a paper has one row in each of its categories', async () => {
  expect(await topics()).toEqual(['cs.LG', 'stat.ML']);
  expect(await differences()).toEqual([]);
});

test('votes, code and dates are copied to the topics', async () => {
  const reader = await createUser();
  const vote = { userId: reader.id, paperId: id };
  await transaction((tx) => insertUpvote(tx, vote));
  expect(await rowsOf(id)).toMatchObject([{ upvote_count: 1 }, { upvote_count: 1 }]);
  expect(await differences()).toEqual([]);
  await transaction((tx) => deleteUpvote(tx, vote));
  await change({ codeUrl: 'https://github.com/example/code' });
  await change({ publishedAt: new Date('2019-12-31T23:59:59Z') });
  expect(await rowsOf(id)).toMatchObject([
    { upvote_count: 0, has_code: true, year: 2019 },
    { upvote_count: 0, has_code: true, year: 2019 },
  ]);
  expect(await differences()).toEqual([]);
});

test('new categories replace the old ones', async () => {
  await change({ categories: ['cs.CV', 'cs.LG'] });
  expect(await topics()).toEqual(['cs.CV', 'cs.LG']);
  await change({ categories: [] });
  expect(await topics()).toEqual([]);
  expect(await differences()).toEqual([]);
});

test('an unlisted paper leaves its topics, and returns when it is listed again', async () => {
  const [before] = await db().select().from(papers).where(eq(papers.id, id));
  await change({ withdrawn: true, trending: null });
  expect(await topics()).toEqual([]);
  await change({ categories: ['math.NT'] });
  expect(await topics()).toEqual([]);
  await change({ withdrawn: false, trending: before?.trending });
  expect(await topics()).toEqual(['math.NT']);
  expect(await differences()).toEqual([]);
});

test('deleting a paper deletes its rows', async () => {
  await db().execute(sql`delete from papers where id = ${id}`);
  expect(await topics()).toEqual([]);
});
