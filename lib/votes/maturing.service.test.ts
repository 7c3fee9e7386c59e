import { expect, test } from 'vitest';
import { rawSql } from '@/db/client';
import { useTestDatabase } from '@/db/testing/database';
import { createPaper, createUser, unseenScore } from '@/db/testing/factories';
import { WEIGHTS } from '@/lib/ranking/trending';
import { matureVotes } from './maturing';
import { setUpvote } from './service';

useTestDatabase();

const HOUR = 3_600_000;
const LISTED = new Date('2026-01-15T12:00:00Z');
const LISTED_AT = LISTED.toISOString();
const created = (hoursAgo: number) =>
  createUser({ createdAt: new Date(Date.now() - hoursAgo * HOUR) });
const votesOf = (userId: string) => rawSql()`
  select paper_id::int as paper, weight, extract(epoch from v.created_at)::float8 * 1000 as at, p.trending
  from upvotes v join papers p on p.id = v.paper_id where user_id = ${userId} order by paper_id`;
const jobs = () => rawSql()`
  select key, extract(epoch from run_at)::float8 * 1000 as run_at, payload->>'userId' as reader from graphile_worker._private_jobs order by 1`;
const age = (userId: string, hours: number) => rawSql()`
  update users set created_at = now() - make_interval(hours => ${hours}) where id = ${userId}`;

test('upvotes of a young account weigh a quarter, and one job waits for its first day to end', async () => {
  const viewer = await created(3);
  const papers = [await createPaper({ listed: true }), await createPaper({ listed: true })];
  for (const { id } of papers) await setUpvote({ viewer }, { paperId: id, upvoted: true });
  const votes = await votesOf(viewer.id);
  expect(votes.map(({ weight }) => weight)).toEqual([0.25, 0.25]);
  for (const { trending } of votes) {
    expect(trending).toBeCloseTo(unseenScore(WEIGHTS.youngUpvote, LISTED), 9);
  }
  const waiting = await jobs();
  expect(waiting).toHaveLength(1);
  expect(waiting[0]).toMatchObject({ reader: viewer.id, key: `mature_votes:${viewer.id}` });
  const due = viewer.createdAt.getTime() + 24 * HOUR;
  expect(Math.abs(waiting[0]?.run_at - due)).toBeLessThan(1_000);
});

test('an account older than a day has full weight at once and enqueues no job', async () => {
  const before = (await jobs()).length;
  const viewer = await created(24);
  const { id } = await createPaper({ listed: true });
  await setUpvote({ viewer }, { paperId: id, upvoted: true });
  expect(await votesOf(viewer.id)).toMatchObject([{ weight: 1 }]);
  expect(await jobs()).toHaveLength(before);
});

test('when the account is a day old its votes get full weight, and keep their time', async () => {
  const viewer = await created(3);
  const { id } = await createPaper({ listed: true });
  await setUpvote({ viewer }, { paperId: id, upvoted: true });
  const [young] = await votesOf(viewer.id);
  expect(await matureVotes(viewer.id)).toBe(0);
  await age(viewer.id, 25);
  expect(await matureVotes(viewer.id)).toBe(1);
  const [grown] = await votesOf(viewer.id);
  expect(grown).toMatchObject({ weight: 1, at: young?.at });
  expect(grown?.trending).toBeCloseTo(unseenScore(WEIGHTS.upvote, LISTED), 9);
  expect(grown?.trending).toBeGreaterThan(young?.trending);
  expect(await matureVotes(viewer.id)).toBe(0);
});

test('a sweep finds votes that no job has updated, in any number, of old accounts only', async () => {
  const [old, young] = [await created(2), await created(2)];
  await rawSql()`
    with made as (
      insert into papers (slug, source, external_id, title, published_at, listed_by, submitted_at, feed_day)
      select 'x' || i, 'x', i::text, 'x', ${LISTED_AT}::timestamptz, 'submission', ${LISTED_AT}::timestamptz, '2026-01-15'
      from generate_series(1, 450) i returning id
    )
    insert into upvotes (user_id, paper_id, weight, created_at)
    select u.id, made.id, 0.25, ${LISTED_AT}::timestamptz from made, users u where u.id in (${old.id}, ${young.id})`;
  await age(old.id, 30);
  expect(await matureVotes()).toBe(450);
  const weights = async (id: string) => [
    ...new Set((await votesOf(id)).map(({ weight }) => weight)),
  ];
  expect(await weights(old.id)).toEqual([1]);
  expect(await weights(young.id)).toEqual([0.25]);
  const [vote] = await votesOf(old.id);
  expect(vote?.trending).toBeCloseTo(unseenScore(1 + WEIGHTS.youngUpvote, LISTED), 9);
});
