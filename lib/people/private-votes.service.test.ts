import { beforeEach, expect, it } from 'vitest';
import { rawSql } from '@/db/client';
import { listUpvoted } from '@/db/queries/profiles';
import { useTestDatabase } from '@/db/testing/database';
import { createPaper, createUser } from '@/db/testing/factories';
import { getThread, getThreads } from '@/lib/comments/data';
import { getProfile, getProfilePart } from '@/lib/profiles/data';
import { getFeedText } from '@/lib/syndication/data';

useTestDatabase();

/** Arguments of callers other than pages may be anything. */
const open = { votesPrivate: false, banned: false };

let reader: { id: string; handle: string };
let paperId: number;

beforeEach(async () => {
  const { id, handle } = await createUser({});
  reader = { id, handle: String(handle) };
  paperId = (await createPaper({})).id;
  await rawSql()`insert into upvotes (user_id, paper_id) values (${id}, ${paperId})`;
});

const upvotes = async () => (await getProfilePart({ ...reader, ...open }, 'upvotes', 1)).papers;
const feed = () => getFeedText({ kind: 'reader', handle: reader.handle }, 'json');

it('returns upvotes while their user shows them', async () => {
  expect(await upvotes()).toHaveLength(1);
  expect((await getProfile(reader.handle))?.counts.upvotes).toBe(1);
  expect(await feed()).not.toBeNull();
});

it.each([
  ['keeps votes private', 'votes_private = true'],
  ['is banned', 'banned_at = now()'],
])('returns no upvotes of a user who %s, whatever the caller passes', async (_, change) => {
  await rawSql().unsafe(`update users set ${change} where id = '${reader.id}'`);
  expect(await upvotes()).toEqual([]);
  expect(await listUpvoted(reader.id, { limit: 9, offset: 0 })).toEqual([]);
  expect((await getProfile(reader.handle))?.counts.upvotes).toBe(0);
  expect(await feed()).toBeNull();
});

it('returns no discussion of a removed paper', async () => {
  const [comment] = await rawSql()<{ id: number }[]>`
    insert into comments (paper_id, user_id, markdown, html, renderer)
    values (${paperId}, ${reader.id}, 'Hello', '<p>Hello</p>', 1) returning id::int`;
  const id = comment?.id ?? 0;
  const threads = async () => (await getThreads(paperId, { order: 'best' }, 1)).total;
  expect([await threads(), (await getThread(paperId, id)) !== null]).toEqual([1, true]);
  await rawSql()`update papers set removed_at = now() where id = ${paperId}`;
  expect([await threads(), await getThread(paperId, id)]).toEqual([0, null]);
});
