import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { db, rawSql, transaction } from '@/db/client';
import { listNotifications } from '@/db/queries/notifications';
import { useTestDatabase } from '@/db/testing/database';
import { createPaper, createUser } from '@/db/testing/factories';
import { deleteComment, editComment, postComment } from '@/lib/comments/service';
import { hideComment, restoreComment } from '@/lib/moderation/service';
import { markRead, setNotificationSettings, setWatch } from '@/lib/notifications/service';
import { settleComment } from '@/lib/reactions/service';
import type { Viewer } from '@/lib/web/types';
import { notify } from './notify';
import type { Occasion } from './types';

useTestDatabase();

const by = (viewer: Viewer) => ({ viewer });

async function post(viewer: Viewer, paperId: number, more: object = {}): Promise<number> {
  const posted = await postComment(by(viewer), {
    paperId,
    markdown: 'A word about Lemma 2.',
    clientKey: randomUUID(),
    ...more,
  });
  if (!posted.ok) throw new Error(posted.reason);
  return posted.data.commentId;
}

const notificationsOf = async (viewer: Viewer) =>
  (await listNotifications(db(), viewer.id, { before: null, limit: 50 })).map(
    ({ kind, commentId }) => [kind, commentId],
  );

const tell = (occasion: Partial<Occasion> & { readers: string[] }) =>
  transaction((tx) => notify(tx, { kind: 'reply', actorId: null, cause: 'a test', ...occasion }));

let writer: Viewer;
let reader: Viewer;
let paperId = 0;
beforeEach(async () => {
  [writer, reader] = [await createUser(), await createUser()];
  paperId = (await createPaper({ listed: true })).id;
});

describe('the users concerned by a comment', () => {
  it('are notified once, by the cause that concerns them most', async () => {
    const author = await createUser();
    const submitter = await createUser();
    const follower = await createUser();
    const { id } = await createPaper({ listed: true, submittedBy: submitter.id });
    await rawSql()`insert into paper_authors (paper_id, position, name, user_id, claim_status)
      values (${id}, 0, 'A. Uthor', ${author.id}, 'verified'),
        (${id}, 1, 'N. Otyet', ${reader.id}, 'pending')`;
    await setWatch(by(follower), { paperId: id, watch: 'follow' });
    const first = await post(writer, id);
    const reply = await post(submitter, id, { parentId: first });
    expect(await notificationsOf(writer)).toEqual([['reply', reply]]);
    expect(await notificationsOf(submitter)).toEqual([['paper_comment', first]]);
    for (const one of [author, follower]) {
      expect(await notificationsOf(one)).toEqual([
        ['paper_comment', reply],
        ['paper_comment', first],
      ]);
    }
    expect(await notificationsOf(reader)).toEqual([]);
    const own = await post(author, id, { parentId: reply });
    expect((await notificationsOf(author)).length).toBe(2);
    expect(await notificationsOf(submitter)).toContainEqual(['reply', own]);
  });

  it('are not notified about a muted paper, except of replies', async () => {
    const { id } = await createPaper({ listed: true, submittedBy: reader.id });
    await setWatch(by(reader), { paperId: id, watch: 'mute' });
    await post(writer, id);
    expect(await notificationsOf(reader)).toEqual([]);
    const own = await post(reader, id);
    const reply = await post(writer, id, { parentId: own });
    expect(await notificationsOf(reader)).toEqual([['reply', reply]]);
    await setWatch(by(reader), { paperId: id, watch: 'usual' });
    const next = await post(writer, id);
    expect(await notificationsOf(reader)).toContainEqual(['paper_comment', next]);
  });

  it('are notified once when a thread is resolved, but not by themselves', async () => {
    const moderator = await createUser({ role: 'moderator' });
    const question = await post(writer, paperId, { kind: 'question' });
    for (const settled of [true, false, true]) {
      await settleComment(by(moderator), { commentId: question, settled });
    }
    expect(await notificationsOf(writer)).toEqual([['settled', question]]);
    const own = await post(writer, paperId, { kind: 'question' });
    await settleComment(by(writer), { commentId: own, settled: true });
    expect((await notificationsOf(writer)).length).toBe(1);
  });

  it('are not notified of hidden or deleted comments, and are when these are restored', async () => {
    const moderator = await createUser({ role: 'moderator' });
    const own = await post(reader, paperId);
    const reply = await post(writer, paperId, { parentId: own });
    await hideComment(by(moderator), { id: reply, reason: 'An insult.' });
    expect(await notificationsOf(reader)).toEqual([]);
    await restoreComment(by(moderator), { id: reply, reason: 'A mistake.' });
    expect(await notificationsOf(reader)).toEqual([['reply', reply]]);
    await deleteComment(by(writer), { commentId: reply });
    expect(await notificationsOf(reader)).toEqual([]);
  });
});

describe('notify', () => {
  it('skips users who are banned, deleted, without a handle or the cause; banned ones hear of moderation', async () => {
    const banned = await createUser({ banned: true });
    const newcomer = await createUser({ handle: null });
    const readers = [banned.id, newcomer.id, randomUUID(), writer.id];
    await tell({ readers, actorId: writer.id });
    for (const one of [banned, newcomer, writer]) expect(await notificationsOf(one)).toEqual([]);
    await tell({ readers, kind: 'moderation', detail: 'ban_reader' });
    expect(await notificationsOf(banned)).toEqual([['moderation', null]]);
  });

  it('notifies once per cause', async () => {
    const readers = [reader.id];
    for (const cause of ['one', 'one', 'other']) await tell({ readers, cause });
    expect((await notificationsOf(reader)).length).toBe(2);
    await expect(
      transaction((tx) => notify(tx, { kind: 'reply', readers, actorId: null })),
    ).rejects.toThrow('without a cause');
  });

  it('respects a user’s settings, kind by kind', async () => {
    const readers = [reader.id];
    await setNotificationSettings(by(reader), { on: ['mention.site', 'reply.mail'] });
    await tell({ readers, cause: 'a' });
    await tell({ readers, cause: 'b', kind: 'mention' });
    await tell({ readers, cause: 'c', kind: 'settled' });
    const rows = await rawSql()`
      select cause, on_site, mail_pending from notifications where user_id = ${reader.id}
      order by cause`;
    expect(rows.map((row) => ({ ...row }))).toEqual([
      { cause: 'a', on_site: false, mail_pending: true },
      { cause: 'b', on_site: true, mail_pending: false },
    ]);
  });
});

it('marks one or all of the viewer’s notifications as read', async () => {
  const readers = [writer.id, reader.id];
  for (const cause of ['a', 'b', 'c']) await tell({ readers, cause });
  const unread = async (viewer: Viewer) =>
    (await listNotifications(db(), viewer.id, { before: null, limit: 9 })).flatMap((one) =>
      one.unread ? [one.id] : [],
    );
  const [latest = 0, middle = 0, first = 0] = await unread(reader);
  await markRead(by(reader), { id: middle });
  expect(await unread(reader)).toEqual([latest, first]);
  await markRead(by(writer), { id: latest });
  await markRead(by(reader), { upTo: first });
  expect(await unread(reader)).toEqual([latest]);
  await markRead(by(reader), { upTo: latest });
  expect(await unread(reader)).toEqual([]);
  expect((await unread(writer)).length).toBe(3);
});

describe('a mention', () => {
  it('notifies existing users once, also after an edit', async () => {
    const markdown = `What does @${reader.handle} say? And @nobody-at-all, \`@${writer.handle}\`?`;
    const first = await post(writer, paperId, { markdown });
    expect(await notificationsOf(reader)).toEqual([['mention', first]]);
    const { html } = (await rawSql()`select html from comments where id = ${first}`)[0] ?? {};
    expect(html).toContain(`<a href="/u/${reader.handle}" class="mention">@${reader.handle}</a>`);
    expect(html).toContain('@nobody-at-all');

    const late = await createUser();
    const edited = `${markdown} Or @${late.handle}?`;
    await editComment(by(writer), { commentId: first, revision: 0, markdown: edited });
    expect(await notificationsOf(late)).toEqual([['mention', first]]);
    expect(await notificationsOf(reader)).toEqual([['mention', first]]);
  });

  it('notifies ten users at most, and yields to a reply', async () => {
    const many = await Promise.all(Array.from({ length: 12 }, () => createUser()));
    const own = await post(many[0] as Viewer, paperId);
    const markdown = many.map(({ handle }) => `@${handle}`).join(' ');
    await post(writer, paperId, { markdown, parentId: own });
    const notificationsOf = await rawSql()`
      select kind from notifications where user_id = any(${many.map(({ id }) => id)}::uuid[])`;
    expect(notificationsOf.filter(({ kind }) => kind === 'mention').length).toBeLessThanOrEqual(10);
    expect(notificationsOf.filter(({ kind }) => kind === 'reply')).toHaveLength(1);
  });
});
