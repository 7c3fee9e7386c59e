import { beforeEach, describe, expect, it } from 'vitest';
import { rawSql } from '@/db/client';
import { useTestDatabase } from '@/db/testing/database';
import { emptyTables } from '@/db/testing/empty';
import { createUser } from '@/db/testing/factories';
import type { Viewer } from '@/lib/web/types';
import { isThere } from './access';
import {
  getGroup,
  getInvitation,
  inviteOf,
  listGroupMembers,
  listGroups,
  listInvites,
} from './data';
import { GROUP_LIMITS } from './schema';
import {
  createGroup,
  deleteGroup,
  joinGroup,
  leaveGroup,
  makeInvite,
  passOwnership,
  removeMember,
  revokeInvite,
  updateGroup,
} from './service';

useTestDatabase();
beforeEach(() => emptyTables('users', 'papers'));

const made = async (viewer: Viewer, name = 'Tidal Lab'): Promise<string> => {
  const result = await createGroup({ viewer }, { name, description: 'We read.' });
  if (!result.ok) throw new Error(result.reason);
  return result.data.slug;
};
const invited = async (viewer: Viewer, slug: string): Promise<string> => {
  const result = await makeInvite({ viewer }, { slug, days: 7 });
  if (!result.ok) throw new Error(result.reason);
  return result.data.token;
};
const join = (viewer: Viewer | null, token: string) => joinGroup({ viewer }, { token });
const members = async (viewer: Viewer, slug: string) => {
  const group = await getGroup(viewer, slug);
  return group && (await listGroupMembers(group)).map(({ handle }) => handle);
};
const open = (viewer: Viewer, slug: string) =>
  updateGroup({ viewer }, { slug, name: 'Tidal Lab', description: '', visibility: 'everybody' });

/** A group with its owner, a member, and outsiders. */
async function lab() {
  const [owner, member, outsider] = [
    await createUser({ handle: 'owner' }),
    await createUser({ handle: 'member' }),
    await createUser({ handle: 'outsider' }),
  ];
  const slug = await made(owner);
  const token = await invited(owner, slug);
  await join(member, token);
  return { owner, member, outsider, slug, token };
}

describe('a group', () => {
  it('gets a unique address from its name', async () => {
    const viewer = await createUser();
    const slugs = [];
    for (const name of ['Tidal Lab', 'tidal  lab!', 'Groups', '潮汐实验室', 'Ünï & Co']) {
      slugs.push(await made(viewer, name));
    }
    expect(slugs).toEqual([
      'tidal-lab',
      'tidal-lab-2',
      'group-groups',
      expect.stringMatching(/^group-[0-9a-f]{8}$/),
      'uni-co',
    ]);
    expect((await listGroups(viewer)).map(({ name, owner }) => [name, owner])).toContainEqual([
      '潮汐实验室',
      true,
    ]);
  });

  it('is created once by each of twenty concurrent requests with one name', async () => {
    const viewers = await Promise.all(Array.from({ length: 20 }, () => createUser()));
    const slugs = await Promise.all(viewers.map((viewer) => made(viewer)));
    expect(new Set(slugs).size).toBe(20);
  });

  it('is visible to its members only, until its owner makes it public', async () => {
    const { owner, member, outsider, slug } = await lab();
    const moderator = await createUser({ role: 'admin' });
    const sees = async () =>
      Promise.all(
        [owner, member, outsider, moderator, null].map(
          async (viewer) => (await getGroup(viewer, slug))?.you,
        ),
      );
    expect(await sees()).toEqual(['owner', 'member', undefined, undefined, undefined]);
    expect(await open(member, slug)).toMatchObject({ reason: 'forbidden' });
    expect(await open(owner, slug)).toMatchObject({ ok: true });
    expect(await sees()).toEqual(['owner', 'member', null, null, null]);
    expect(await leaveGroup({ viewer: outsider }, { slug })).toMatchObject({ ok: true });
    expect(await open(outsider, slug)).toMatchObject({ reason: 'forbidden' });
  });

  it('has pages for those who can see it, and one for its owner', async () => {
    const { owner, member, outsider, slug } = await lab();
    const there = (path: string) =>
      Promise.all([owner, member, outsider, null].map((viewer) => isThere(viewer, path)));
    expect(await there(`/g/${slug}`)).toEqual([true, true, false, false]);
    expect(await there(`/g/${slug}/manage`)).toEqual([true, false, false, false]);
    await open(owner, slug);
    expect(await there(`/g/${slug}`)).toEqual([true, true, true, true]);
    expect(await there(`/g/${slug}/manage`)).toEqual([true, false, false, false]);
    for (const path of ['/g/nothing', '/g/NOTHING', '/g/a%20b', "/g/x'--"]) {
      expect(await there(path), path).toEqual([false, false, false, false]);
    }
    expect(await there('/g/join')).toEqual([true, true, true, true]);
  });

  it('is left, passed on and deleted', async () => {
    const { owner, member, slug } = await lab();
    expect(await leaveGroup({ viewer: owner }, { slug })).toMatchObject({ reason: 'conflict' });
    expect(await passOwnership({ viewer: owner }, { slug, handle: 'outsider' })).toMatchObject({
      reason: 'conflict',
    });
    await passOwnership({ viewer: owner }, { slug, handle: 'member' });
    expect((await getGroup(owner, slug))?.you).toBe('member');
    expect((await getGroup(member, slug))?.you).toBe('owner');
    expect(await leaveGroup({ viewer: owner }, { slug })).toMatchObject({ ok: true });
    expect(await members(member, slug)).toEqual(['member']);
    expect(await deleteGroup({ viewer: member }, { slug })).toMatchObject({ ok: true });
    expect(await getGroup(member, slug)).toBeNull();
  });

  it('is not transferred to a user who may not write', async () => {
    const { owner, member, slug } = await lab();
    await rawSql()`update users set banned_at = now() where id = ${member.id}`;
    expect(await passOwnership({ viewer: owner }, { slug, handle: 'member' })).toMatchObject({
      reason: 'conflict',
    });
  });

  it('loses members whom its owner removes, with immediate effect', async () => {
    const { owner, member, slug } = await lab();
    expect(await removeMember({ viewer: member }, { slug, handle: 'owner' })).toMatchObject({
      reason: 'forbidden',
    });
    expect(await removeMember({ viewer: owner }, { slug, handle: 'owner' })).toMatchObject({
      reason: 'conflict',
    });
    await removeMember({ viewer: owner }, { slug, handle: 'member' });
    expect(await getGroup(member, slug)).toBeNull();
  });

  it('outlives its owner’s account, and is deleted with the last member', async () => {
    const { owner, member, token, slug } = await lab();
    const late = await createUser({ handle: 'late' });
    await join(late, token);
    await rawSql()`update users set banned_at = now() where id = ${member.id}`;
    await rawSql()`delete from users where id = ${owner.id}`;
    expect((await getGroup(late, slug))?.you).toBe('owner');
    expect(await members(late, slug)).toEqual(['late', 'member']);
    await rawSql()`delete from users where id = ${late.id}`;
    expect((await getGroup(member, slug))?.you).toBe('owner');
    await rawSql()`delete from users where id = ${member.id}`;
    expect(await rawSql()`select slug from groups`).toEqual([]);
  });

  it('is inherited by a remaining member when several accounts are deleted at once', async () => {
    const { owner, member, token, slug } = await lab();
    const late = await createUser({ handle: 'late' });
    await join(late, token);
    await rawSql()`delete from users where id in (${owner.id}, ${member.id})`;
    expect((await getGroup(late, slug))?.you).toBe('owner');
  });
});

describe('an invitation', () => {
  it('admits anyone with its token repeatedly, and is stored hashed', async () => {
    const { owner, member, outsider, slug, token } = await lab();
    expect(await getInvitation(null, token)).toMatchObject({ slug, owner: 'owner', joined: false });
    expect(await getInvitation(member, token)).toMatchObject({ joined: true });
    expect(await join(member, token)).toMatchObject({ ok: true });
    expect(await join(outsider, token)).toMatchObject({ data: { slug } });
    expect(await members(owner, slug)).toEqual(['owner', 'member', 'outsider']);
    const [row] = await rawSql()`select token_hash from group_invites`;
    expect(row?.token_hash).not.toContain(token);
  });

  it.each(['guessed', 'revoked', 'over', 'of a deleted group', 'cut'])(
    'that is %s admits nobody and reveals nothing',
    async (how) => {
      const { owner, outsider, slug, token } = await lab();
      const group = await getGroup(owner, slug);
      const [invite] = (group && (await listInvites(group))) ?? [];
      if (how === 'revoked') {
        await revokeInvite({ viewer: owner }, { slug, invite: invite?.id ?? '' });
      }
      if (how === 'over') await rawSql()`update group_invites set expires = now()`;
      if (how === 'of a deleted group') await deleteGroup({ viewer: owner }, { slug });
      const used = { guessed: 'a'.repeat(43), cut: token.slice(1) }[how] ?? token;
      expect(await join(outsider, used)).toMatchObject({ reason: 'not_found' });
      expect(await getInvitation(outsider, used)).toBeNull();
    },
  );

  it('is visible to the owner only, and its link only to its creator', async () => {
    const { owner, member, slug, token } = await lab();
    const other = await made(owner, 'Other');
    const [mine, theirs, others] = [
      await getGroup(owner, slug),
      await getGroup(member, slug),
      await getGroup(owner, other),
    ];
    if (!mine || !theirs || !others) throw new Error('a group is missing');
    expect(await listInvites(theirs)).toBeNull();
    const invites = (await listInvites(mine)) ?? [];
    expect(invites).toHaveLength(1);
    expect(JSON.stringify(invites)).not.toContain(token);
    expect(inviteOf(token, invites)).toBe(invites[0]);
    expect(inviteOf(token, (await listInvites(others)) ?? [])).toBeNull();
  });

  it('is limited to ten, without counting expired ones', async () => {
    const { owner, slug } = await lab();
    for (let n = 1; n < GROUP_LIMITS.invites; n++) await invited(owner, slug);
    const more = () => makeInvite({ viewer: owner }, { slug, days: 1 });
    expect(await more()).toMatchObject({ reason: 'conflict' });
    await rawSql()`update group_invites set expires = now() - interval '1 minute'`;
    expect(await more()).toMatchObject({ ok: true });
    expect(await rawSql()`select from group_invites`).toHaveLength(1);
  });
});

describe('a removed member', () => {
  it('cannot use an earlier invitation, but can use a later one', async () => {
    const { owner, member, outsider, slug, token } = await lab();
    const second = await invited(owner, slug);
    for (let round = 0; round < 2; round++) {
      await removeMember({ viewer: owner }, { slug, handle: 'member' });
      for (const old of [token, second]) {
        expect(await join(member, old)).toMatchObject({ reason: 'not_found' });
        expect(await getInvitation(member, old)).toBeNull();
      }
      expect(await join(member, await invited(owner, slug))).toMatchObject({ ok: true });
    }
    // The invitation still admits others, and members who left by themselves.
    expect(await join(outsider, token)).toMatchObject({ ok: true });
    await leaveGroup({ viewer: outsider }, { slug });
    expect(await join(outsider, token)).toMatchObject({ ok: true });
  });

  it('cannot return with another account of the same mailbox', async () => {
    const { owner, member, outsider, slug, token } = await lab();
    await rawSql()`update users set mailbox_key = 'k1' where id in (${member.id}, ${outsider.id})`;
    await removeMember({ viewer: owner }, { slug, handle: 'member' });
    expect(await join(outsider, token)).toMatchObject({ reason: 'not_found' });
    expect(await join(await createUser(), token)).toMatchObject({ ok: true });
  });
});

describe('limits', () => {
  it('apply to members, also under concurrent requests', async () => {
    const { token, owner, slug } = await lab();
    await rawSql()`
      with made as (insert into users (handle)
        select 'extra-' || n from generate_series(1, ${GROUP_LIMITS.members - 5}) n returning id)
      insert into group_members (group_id, user_id) select g.id, made.id from groups g, made`;
    const late = await Promise.all(Array.from({ length: 8 }, () => createUser()));
    const results = await Promise.all(late.map((viewer) => join(viewer, token)));
    expect(results.filter((result) => result.ok)).toHaveLength(3);
    expect((await getGroup(owner, slug))?.members).toBe(GROUP_LIMITS.members);
  });

  it('apply to the groups of a user, created and joined', async () => {
    const { token, outsider } = await lab();
    const wishes = Array.from({ length: GROUP_LIMITS.groups + 3 }, () =>
      createGroup({ viewer: outsider }, { name: 'Many', description: '' }),
    );
    const results = await Promise.all(wishes);
    expect(results.filter((result) => result.ok)).toHaveLength(GROUP_LIMITS.groups);
    expect(await join(outsider, token)).toMatchObject({ reason: 'conflict' });
  });
});
