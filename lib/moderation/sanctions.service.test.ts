import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { db, rawSql } from '@/db/client';
import { getViewerBySession } from '@/db/queries/people';
import { useTestDatabase } from '@/db/testing/database';
import { createPaper, createUser } from '@/db/testing/factories';
import { allDrifts } from '@/db/testing/figures';
import { postComment } from '@/lib/comments/service';
import { checkInvariants } from '@/lib/invariants/service';
import { setUpvote } from '@/lib/votes/service';
import { takeLimit } from '@/lib/web/rate-limit';
import type { Viewer } from '@/lib/web/types';
import { limitInput } from './schema';
import {
  banReader,
  endBans,
  limitReader,
  setReaderRole,
  unbanReader,
  unlimitReader,
  warnReader,
} from './service';

useTestDatabase();

const reason = 'Twelve adverts in an hour.';
const moderator = () => createUser({ role: 'moderator' });
const named = ({ handle }: Viewer) => ({ handle: handle ?? '', reason });
const vote = (viewer: Viewer, paperId: number) => setUpvote({ viewer }, { paperId, upvoted: true });
const upvotes = async (id: number) =>
  (await rawSql()`select upvote_count as n from papers where id = ${id}`)[0]?.n;
const log = async () =>
  (await rawSql()`select action from moderation_log order by id`).map(({ action }) => action);
const notificationsOf = (userId: string) => rawSql()`
  select detail from notifications where user_id = ${userId} and kind = 'moderation' order by id`;

async function signIn(reader: Viewer): Promise<string> {
  const hash = randomUUID().replaceAll('-', '').repeat(2);
  await rawSql()`insert into sessions (token_hash, user_id, expires, created_at)
    values (${hash}, ${reader.id}, now() + interval '1 day', now() + interval '1 second')`;
  return hash;
}

/** Moves a ban and all earlier rows into the past. */
const pass = (reader: Viewer, days: number) => rawSql()`
  update users set banned_at = banned_at - ${days} * interval '1 day',
    banned_until = banned_until - ${days} * interval '1 day' where id = ${reader.id}`;

describe('a temporary ban', () => {
  it('ends by itself: at once for the user, and for counts with the job', async () => {
    const [viewer, reader] = [await moderator(), await createUser()];
    const [voted, unlisted] = [await createPaper({ listed: true }), await createPaper()];
    await vote(reader, voted.id);
    const old = await signIn(reader);
    await banReader({ viewer }, { ...named(reader), days: 3 });
    expect(await upvotes(voted.id)).toBe(0);
    expect(await getViewerBySession(old)).toBeNull();
    const [waiting] = await rawSql()`
      select run_at > now() + interval '71 hours' as later from graphile_worker._private_jobs j
      join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'end_bans'`;
    expect(waiting).toEqual({ later: true });
    expect(await endBans(reader.id)).toBe(0);

    await pass(reader, 4);
    const back = await getViewerBySession(await signIn(reader));
    expect(back).toMatchObject({ banned: false });
    // Until the job runs, nothing by this user counts, and all figures are correct.
    await vote(back as Viewer, unlisted.id);
    await postComment(
      { viewer: back },
      { paperId: voted.id, markdown: 'Back.', clientKey: randomUUID() },
    );
    expect([await upvotes(voted.id), await upvotes(unlisted.id)]).toEqual([0, 0]);
    expect(await allDrifts()).toEqual([]);
    expect(await endBans()).toBe(1);
    expect(await endBans()).toBe(0);
    expect([await upvotes(voted.id), await upvotes(unlisted.id)]).toEqual([1, 1]);
    expect(await log()).toEqual(['ban_reader', 'end_ban']);
    expect((await notificationsOf(reader.id)).map(({ detail }) => detail)).toEqual([
      'ban_reader',
      'end_ban',
    ]);
    for await (const { invariant, violations } of checkInvariants(db())) {
      expect([invariant, violations]).toEqual([invariant, 0]);
    }
  });

  it('can be extended, made permanent, or lifted, and the job of an earlier term changes nothing', async () => {
    const [viewer, reader] = [await moderator(), await createUser()];
    const ban = (days: number | null) => banReader({ viewer }, { ...named(reader), days });
    await ban(1);
    await ban(null);
    await ban(null);
    await ban(7);
    await pass(reader, 2);
    expect(await endBans(reader.id)).toBe(0);
    expect((await log()).slice(-3)).toEqual(['ban_reader', 'ban_reader', 'ban_reader']);
    await unbanReader({ viewer }, named(reader));
    const [row] = await rawSql()`select banned_at, banned_until from users where id = ${reader.id}`;
    expect(row).toEqual({ banned_at: null, banned_until: null });
  });
});

it('a limited user has the daily quota of a new account, until it ends', async () => {
  const [viewer, reader] = [await moderator(), await createUser()];
  await limitReader({ viewer }, { ...named(reader), days: 7 });
  const limited = await getViewerBySession(await signIn(reader));
  expect(limited?.limitedUntil?.getTime()).toBeGreaterThan(Date.now() + 6 * 86_400_000);
  const submit = (who: Viewer | null) => takeLimit('submission', { viewer: who, address: '' });
  for (let n = 0; n < 3; n++) expect(await submit(limited)).toBeNull();
  expect(await submit(limited)).toMatchObject({
    reason: 'rate_limited',
    message: expect.stringContaining('moderator'),
  });
  await rawSql()`update rate_limits set updated_at = updated_at - interval '8 hours'`;
  expect(await submit(limited)).toBeNull();
  expect(await submit(limited)).toMatchObject({ reason: 'rate_limited' });

  await unlimitReader({ viewer }, named(reader));
  const free = await getViewerBySession(await signIn(reader));
  expect(free?.limitedUntil).toBeNull();
  expect(await submit(free)).toBeNull();
  await limitReader({ viewer }, { ...named(reader), days: 1 });
  await rawSql()`update users set limited_until = now() - interval '1 second'`;
  expect((await getViewerBySession(await signIn(reader)))?.limitedUntil).toBeNull();
  expect(limitInput.safeParse({ ...named(reader), days: '' }).success).toBe(false);
});

it('a warning notifies, is listed in the log, and changes nothing else', async () => {
  const [viewer, reader] = [await moderator(), await createUser()];
  await warnReader({ viewer }, named(reader));
  expect((await log()).at(-1)).toBe('warn_reader');
  expect(await notificationsOf(reader.id)).toEqual([{ detail: 'warn_reader' }]);
});

describe('the moderator', () => {
  it('is checked under lock: of two who ban each other at once, one is second', async () => {
    const [ada, ben] = [await createUser({ role: 'admin' }), await createUser({ role: 'admin' })];
    const both = await Promise.all([
      banReader({ viewer: ada }, { ...named(ben), days: 1 }),
      banReader({ viewer: ben }, { ...named(ada), days: 1 }),
    ]);
    expect(both.map((one) => (one.ok ? 'may' : one.reason)).sort()).toEqual(['banned', 'may']);
    await rawSql()`update users set role = 'member' where id in ${rawSql()([ada.id, ben.id])}`;
  });

  it('assigns and removes roles as an administrator, of whom one remains', async () => {
    const [ada, ben] = [await createUser({ role: 'admin' }), await createUser({ role: 'admin' })];
    const reader = await createUser();
    const role = (viewer: Viewer, of: Viewer, to: 'member' | 'moderator' | 'admin') =>
      setReaderRole({ viewer }, { ...named(of), role: to });
    expect(await role(ada, reader, 'moderator')).toMatchObject({ ok: true });
    expect(await role({ ...reader, role: 'admin' }, ada, 'member')).toMatchObject({
      reason: 'forbidden',
    });
    const both = await Promise.all([role(ada, ben, 'member'), role(ben, ada, 'member')]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    const [left] = await rawSql()`select id from users where role = 'admin'`;
    const last = left?.id === ada.id ? ada : ben;
    expect(await role(last, last, 'member')).toMatchObject({
      reason: 'conflict',
      message: expect.stringContaining('only administrator'),
    });
    expect(await role(last, reader, 'admin')).toMatchObject({ ok: true });
    expect(await role(last, last, 'member')).toMatchObject({ ok: true });
    expect((await log()).slice(-2)).toEqual(['grant_role', 'revoke_role']);
  });
});
