import { beforeEach, describe, expect, it } from 'vitest';
import { rawSql } from '@/db/client';
import { useTestDatabase } from '@/db/testing/database';
import { emptyTables } from '@/db/testing/empty';
import { createPaper, createUser } from '@/db/testing/factories';
import { getFollowing } from '@/lib/follows/data';
import { setFollow } from '@/lib/follows/service';
import { getPrivacy } from '@/lib/people/data';
import { setVotesPrivate } from '@/lib/people/service';
import type { Viewer } from '@/lib/web/types';
import { getGroup, getGroupWeek } from './data';
import { createGroup, joinGroup, makeInvite } from './service';

useTestDatabase();
beforeEach(() => emptyTables('users', 'papers'));

/** A group of these users, owned by the first one. */
async function groupOf(...readers: Viewer[]) {
  const [owner, ...others] = readers;
  if (!owner) throw new Error('a group has an owner');
  const made = await createGroup({ viewer: owner }, { name: 'Tidal Lab', description: '' });
  const slug = made.ok ? made.data.slug : '';
  const invite = await makeInvite({ viewer: owner }, { slug, days: 1 });
  if (!invite.ok) throw new Error(invite.reason);
  for (const viewer of others) await joinGroup({ viewer }, { token: invite.data.token });
  const group = await getGroup(owner, slug);
  if (!group) throw new Error('no group');
  return group;
}
const upvote = (reader: Viewer, paperId: number, at: string) =>
  rawSql()`insert into upvotes (user_id, paper_id, created_at)
    values (${reader.id}, ${paperId}, ${at})`;
const week = async (group: Awaited<ReturnType<typeof groupOf>>, wanted: string, page = 1) => {
  const found = await getGroupWeek(group, wanted, page);
  return {
    ...found,
    rows: found.page.papers.map(({ id }) => {
      const { votes = 0, named = [] } = found.votes.get(id) ?? {};
      return [id, votes, named.map(({ handle }) => handle)];
    }),
  };
};

describe("a group's week", () => {
  it('lists what members upvoted from Monday to Sunday (UTC), most upvotes first, with names', async () => {
    const [ada, bob, eve] = [
      await createUser({ handle: 'ada' }),
      await createUser({ handle: 'bob' }),
      await createUser({ handle: 'eve' }),
    ];
    const group = await groupOf(ada, bob);
    const [one, two, edge] = [await createPaper(), await createPaper(), await createPaper()];
    await upvote(ada, one.id, '2026-07-20T00:00:00Z');
    await upvote(ada, two.id, '2026-07-22T10:00:00Z');
    await upvote(bob, two.id, '2026-07-26T23:59:59.999Z');
    await upvote(eve, one.id, '2026-07-22T10:00:00Z');
    await upvote(bob, edge.id, '2026-07-27T00:00:00Z');
    const july = await week(group, '2026-W30');
    expect(july.rows).toEqual([
      [two.id, 2, ['ada', 'bob']],
      [one.id, 1, ['ada']],
    ]);
    expect(july).toMatchObject({
      days: { first: '2026-07-20', last: '2026-07-26' },
      before: null,
      after: '2026-W31',
    });
    expect(await week(group, '2026-W31')).toMatchObject({ before: '2026-W30' });
    for (const wrong of ['', '2026-W99', '2999-W01', "'; --"]) {
      expect((await week(group, wrong)).current, wrong).toBe(true);
    }
  });

  it('counts no vote that is excluded or of a banned user, and no removed paper', async () => {
    const [ada, bob, eve] = [await createUser(), await createUser(), await createUser()];
    const group = await groupOf(ada, bob, eve);
    const [one, removed] = [await createPaper(), await createPaper()];
    for (const reader of [ada, bob, eve]) await upvote(reader, one.id, '2026-07-22T10:00:00Z');
    await upvote(ada, removed.id, '2026-07-22T10:00:00Z');
    await rawSql()`update papers set removed_at = now() where id = ${removed.id}`;
    await rawSql()`update users set banned_at = now() where id = ${bob.id}`;
    await rawSql()`with entry as (
      insert into moderation_log (action, reason) values ('exclude', 'test') returning id)
      insert into excluded_votes (user_id, paper_id, log_id)
      select ${eve.id}, ${one.id}, id from entry`;
    expect((await week(group, '2026-W30')).rows).toEqual([[one.id, 1, [ada.handle]]]);
  });

  it('is paginated', async () => {
    const ada = await createUser();
    const group = await groupOf(ada);
    for (let n = 0; n < 27; n++) {
      await upvote(ada, (await createPaper()).id, '2026-07-22T10:00:00Z');
    }
    const [first, second] = [await week(group, '2026-W30'), await week(group, '2026-W30', 2)];
    expect([first.rows.length, first.page.more]).toEqual([25, true]);
    expect([second.rows.length, second.page.more]).toEqual([2, false]);
    expect(new Set([...first.rows, ...second.rows].map(([id]) => id)).size).toBe(27);
  });
});

describe('private votes', () => {
  it('are neither counted nor named in a small group, nor shown to followers', async () => {
    const [ada, shy] = [
      await createUser({ handle: 'ada' }),
      await createUser({ handle: 'shy', name: 'Shy Reader' }),
    ];
    const group = await groupOf(ada, shy);
    const { id } = await createPaper({ listed: true });
    await upvote(ada, id, '2026-07-22T10:00:00Z');
    await upvote(shy, id, '2026-07-22T11:00:00Z');
    await setFollow({ viewer: ada }, { kind: 'reader', value: 'shy', following: true });
    const brought = async () => (await getFollowing(ada.id, 'new', 1)).papers.length;
    expect(await brought()).toBe(1);
    expect(await getPrivacy(shy)).toEqual({ votesPrivate: false });

    for (const votesPrivate of [true, true]) {
      expect(await setVotesPrivate({ viewer: shy }, { votesPrivate })).toMatchObject({ ok: true });
    }
    expect(await getPrivacy(shy)).toEqual({ votesPrivate: true });
    const hidden = await getGroupWeek(group, '2026-W30', 1);
    expect(hidden.votes.get(id)).toEqual({
      paperId: id,
      votes: 1,
      named: [{ handle: 'ada', name: null }],
    });
    expect(JSON.stringify([hidden.page, [...hidden.votes]])).not.toMatch(/shy/i);
    expect(await brought()).toBe(0);

    await setVotesPrivate({ viewer: shy }, { votesPrivate: false });
    expect((await week(group, '2026-W30')).rows).toEqual([[id, 2, ['ada', 'shy']]]);
    expect(await brought()).toBe(1);
  });
});
