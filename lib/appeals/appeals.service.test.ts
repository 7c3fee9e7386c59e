import { expect, it } from 'vitest';
import { rawSql } from '@/db/client';
import { getViewerBySession } from '@/db/queries/people';
import { useTestDatabase } from '@/db/testing/database';
import { createPaper, createUser } from '@/db/testing/factories';
import { allDrifts } from '@/db/testing/figures';
import { banReader, excludeVotes, warnReader } from '@/lib/moderation/service';
import { setUpvote } from '@/lib/votes/service';
import { listAppeals, listOwnActs } from './data';
import { appealAct, replyToAppeal } from './service';

useTestDatabase();

const reason = 'Votes that were paid for.';
const entryOf = async (action: string) =>
  Number(
    (await rawSql()`select max(id) as id from moderation_log where action = ${action}`)[0]?.id,
  );
const notificationsOf = (userId: string) => rawSql()`
  select cause, detail from notifications where user_id = ${userId} order by id`;

it('a banned user signs in, appeals once, and is unbanned by the reply', async () => {
  const [viewer, reader, other] = [
    await createUser({ role: 'moderator' }),
    await createUser(),
    await createUser(),
  ];
  const paper = await createPaper({ listed: true });
  await setUpvote({ viewer: reader }, { paperId: paper.id, upvoted: true });
  const handle = reader.handle ?? '';
  const self = { id: reader.id, handle };
  await banReader({ viewer }, { handle, reason, days: 7 });
  const entry = await entryOf('ban_reader');

  const hash = 'a'.repeat(64);
  await rawSql()`insert into sessions (token_hash, user_id, expires, created_at)
    values (${hash}, ${reader.id}, now() + interval '1 day', now() + interval '1 second')`;
  const back = await getViewerBySession(hash);
  expect(back).toMatchObject({ banned: true });
  expect(await listOwnActs(self)).toMatchObject([
    { entry: { id: entry, reason, by: 'a moderator' }, appealable: true, words: null },
  ]);
  expect(await appealAct({ viewer: other }, { entry, words: 'Let them in.' })).toMatchObject({
    reason: 'not_found',
  });
  const words = 'Nobody paid me.';
  expect(await appealAct({ viewer: back }, { entry, words })).toMatchObject({ ok: true });
  expect(await appealAct({ viewer: back }, { entry, words })).toMatchObject({ reason: 'conflict' });
  expect(await listAppeals()).toMatchObject([{ handle, words, undoable: true }]);

  const reply = { entry, handle, reason: 'We were wrong.', undo: true };
  expect(await replyToAppeal({ viewer }, reply)).toMatchObject({ ok: true });
  expect(await replyToAppeal({ viewer }, reply)).toMatchObject({ reason: 'not_found' });
  expect(await listAppeals()).toEqual([]);
  expect(await listOwnActs(self, entry)).toMatchObject([{ words, reply: 'We were wrong.' }]);
  expect(await getViewerBySession(hash)).toMatchObject({ banned: false });
  const [figures] = await rawSql()`select upvote_count as n from papers where id = ${paper.id}`;
  expect(figures).toEqual({ n: 1 });
  expect((await notificationsOf(reader.id)).map(({ detail }) => detail)).toEqual([
    'ban_reader',
    'reply_to_appeal',
    'unban_reader',
  ]);
  expect(await allDrifts()).toEqual([]);
});

it('each user whose votes were excluded has an appeal of their own', async () => {
  const viewer = await createUser({ role: 'moderator' });
  const [ada, ben] = [await createUser(), await createUser()];
  const paper = await createPaper({ listed: true });
  for (const reader of [ada, ben]) {
    await setUpvote({ viewer: reader }, { paperId: paper.id, upvoted: true });
  }
  const votes = [ada, ben].map(({ id: userId }) => ({ paperId: paper.id, userId }));
  await excludeVotes({ viewer }, { votes, reason });
  const entry = await entryOf('exclude_votes');
  for (const reader of [ada, ben]) {
    expect(await appealAct({ viewer: reader }, { entry, words: 'One lab.' })).toMatchObject({
      ok: true,
    });
  }
  const reply = { entry, reason: 'One lab indeed.', undo: true };
  const first = await replyToAppeal({ viewer }, { ...reply, handle: ada.handle ?? '' });
  expect(first).toMatchObject({ ok: true });
  expect(await rawSql()`select from excluded_votes`).toHaveLength(0);
  // An act that was already reversed can still get a reply.
  const second = await replyToAppeal({ viewer }, { ...reply, handle: ben.handle ?? '' });
  expect(second).toMatchObject({ ok: true });
  expect(await allDrifts()).toEqual([]);
});

it('nobody replies to their own appeal, and no moderator to that of another', async () => {
  const [viewer, other] = [
    await createUser({ role: 'moderator' }),
    await createUser({ role: 'moderator' }),
  ];
  const admin = await createUser({ role: 'admin' });
  await warnReader({ viewer: admin }, { handle: other.handle ?? '', reason });
  const entry = await entryOf('warn_reader');
  await appealAct({ viewer: other }, { entry, words: 'Why?' });
  const reply = { entry, handle: other.handle ?? '', reason: 'Because.', undo: false };
  for (const who of [viewer, other]) {
    expect(await replyToAppeal({ viewer: who }, reply)).toMatchObject({ reason: 'forbidden' });
  }
  expect(await replyToAppeal({ viewer: admin }, reply)).toMatchObject({ ok: true });
});
