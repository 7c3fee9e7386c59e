import { beforeEach, describe, expect, it } from 'vitest';
import { db, rawSql } from '@/db/client';
import { listOrganizationMembers } from '@/db/queries/organization-members';
import { getOrganizationBySlug } from '@/db/queries/organizations';
import { useTestDatabase } from '@/db/testing/database';
import { emptyTables } from '@/db/testing/empty';
import { createPaper, createUser } from '@/db/testing/factories';
import type { Viewer } from '@/lib/web/types';
import { getManaging, getOrganizationInvitation, isOrganization, listRequests } from './data';
import { organizationChanges, organizationInput } from './schema';
import {
  changeMember,
  createOrganization,
  dropPaper,
  joinOrganization,
  makeOrganizationInvite,
  requestOrganization,
  revokeOrganizationInvite,
  setMembership,
  settleRequest,
  updateOrganization,
} from './service';

useTestDatabase();
beforeEach(() => emptyTables('users', 'papers', 'organizations', 'moderation_log'));

const made = async (viewer: Viewer, name = 'Tidal Lab'): Promise<string> => {
  const result = await createOrganization({ viewer }, { name, description: 'Tides.' });
  if (!result.ok) throw new Error(result.reason);
  return result.data.slug;
};
const invited = async (viewer: Viewer, slug: string): Promise<string> => {
  const result = await makeOrganizationInvite({ viewer }, { slug, days: 7 });
  if (!result.ok) throw new Error(result.reason);
  return result.data.token;
};
const idOf = async (slug: string) => (await getOrganizationBySlug(db(), slug))?.id ?? 0;
const members = async (slug: string) =>
  (await listOrganizationMembers(db(), await idOf(slug), 99)).map(
    ({ handle, administrator, hidden }) => [handle, administrator, hidden],
  );

/** An organization with its administrator, a member, and an outsider. */
async function lab() {
  const [boss, member, outsider] = [
    await createUser({ handle: 'boss' }),
    await createUser({ handle: 'member' }),
    await createUser({ handle: 'outsider' }),
  ];
  const slug = await made(boss);
  const token = await invited(boss, slug);
  await joinOrganization({ viewer: member }, { token });
  return { boss, member, outsider, slug, token };
}

describe('a removed member', () => {
  const remove = (boss: Viewer, slug: string, handle: string) =>
    changeMember({ viewer: boss }, { slug, handle, act: 'remove' });
  const join = (viewer: Viewer, token: string) => joinOrganization({ viewer }, { token });

  it('cannot use an earlier invitation, but can use a later one', async () => {
    const { boss, member, outsider, slug, token } = await lab();
    const second = await invited(boss, slug);
    for (let round = 0; round < 2; round++) {
      await remove(boss, slug, 'member');
      for (const old of [token, second]) {
        expect(await join(member, old)).toMatchObject({ reason: 'not_found' });
        expect(await getOrganizationInvitation(member, old)).toBeNull();
      }
      expect(await join(member, await invited(boss, slug))).toMatchObject({ ok: true });
    }
    expect(await join(outsider, token)).toMatchObject({ ok: true });
    await setMembership({ viewer: outsider }, { slug, act: 'leave' });
    expect(await join(outsider, token)).toMatchObject({ ok: true });
  });

  it('cannot return with another account of the same mailbox', async () => {
    const { boss, member, outsider, slug, token } = await lab();
    await rawSql()`update users set mailbox_key = 'k1' where id in (${member.id}, ${outsider.id})`;
    await remove(boss, slug, 'member');
    expect(await join(outsider, token)).toMatchObject({ reason: 'not_found' });
    expect(await join(await createUser(), token)).toMatchObject({ ok: true });
  });
});

describe('an organization whose administrators are banned', () => {
  const ban = ({ id }: Viewer) => rawSql()`update users set banned_at = now() where id = ${id}`;
  const request = (viewer: Viewer, slug: string) =>
    requestOrganization({ viewer }, { slug, words: 'I work there.' });

  it('can be requested once no other administrator remains', async () => {
    const { boss, member, outsider, slug } = await lab();
    await changeMember({ viewer: boss }, { slug, handle: 'member', act: 'administrator' });
    await ban(boss);
    expect(await request(outsider, slug)).toMatchObject({ reason: 'conflict' });
    await ban(member);
    expect(await getOrganizationBySlug(db(), slug)).toMatchObject({ managed: false });
    expect(await request(outsider, slug)).toMatchObject({ ok: true });
    expect(await listRequests()).toHaveLength(1);
  });

  it('keeps its last active administrator, who may remove the others', async () => {
    const { boss, member, outsider, slug, token } = await lab();
    await joinOrganization({ viewer: outsider }, { token });
    await changeMember({ viewer: boss }, { slug, handle: 'member', act: 'administrator' });
    await ban(member);
    const leave = () => setMembership({ viewer: boss }, { slug, act: 'leave' });
    expect(await leave()).toMatchObject({ reason: 'conflict' });
    expect(
      await changeMember({ viewer: boss }, { slug, handle: 'member', act: 'remove' }),
    ).toMatchObject({ ok: true });
  });
});

describe('an organization', () => {
  it('gets an address from its name, which is unique', async () => {
    const viewer = await createUser();
    expect(await made(viewer)).toBe('tidal-lab');
    expect(
      await createOrganization({ viewer }, { name: 'TIDAL lab', description: '' }),
    ).toMatchObject({ reason: 'taken' });
    expect(await made(viewer, 'Tidal-Lab!')).toBe('tidal-lab-2');
    expect(await made(viewer, '潮汐')).toMatch(/^group-[0-9a-f]{8}$/);
    expect(await Promise.all(['Tidal-LAB', 'no-lab', "x'--", ''].map(isOrganization))).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });

  it('is updated by its administrators only, and keeps address and papers', async () => {
    const { boss, member, outsider, slug } = await lab();
    const change = (viewer: Viewer | null) =>
      updateOrganization(
        { viewer },
        { slug, name: 'Tidal Institute', description: '', links: ['https://example.org/'] },
      );
    for (const viewer of [member, outsider, await createUser({ role: 'admin' })]) {
      expect(await change(viewer)).toMatchObject({ reason: 'forbidden' });
    }
    expect(await change(boss)).toMatchObject({ data: { slug: 'tidal-lab' } });
    expect(await getOrganizationBySlug(db(), 'TIDAL-lab')).toMatchObject({
      name: 'Tidal Institute',
      links: ['https://example.org/'],
      members: 2,
      managed: true,
    });
  });

  it('lists members as they wish, and always keeps an administrator', async () => {
    const { boss, member, slug } = await lab();
    await setMembership({ viewer: member }, { slug, act: 'hide' });
    expect(await members(slug)).toEqual([
      ['boss', true, false],
      ['member', false, true],
    ]);
    const leave = (viewer: Viewer) => setMembership({ viewer }, { slug, act: 'leave' });
    const change = (handle: string, act: 'administrator' | 'member' | 'remove') =>
      changeMember({ viewer: boss }, { slug, handle, act });
    expect(await leave(boss)).toMatchObject({ reason: 'conflict' });
    expect(await change('boss', 'member')).toMatchObject({ reason: 'conflict' });
    expect(await change('nobody', 'remove')).toMatchObject({ reason: 'not_found' });
    expect(await change('member', 'administrator')).toMatchObject({ ok: true });
    expect(await leave(boss)).toMatchObject({ ok: true });
    // Even alone: anybody could request an organization without an administrator.
    expect(await leave(member)).toMatchObject({ reason: 'conflict' });
    expect(await members(slug)).toEqual([['member', true, true]]);
  });

  it('lets only the founder end the founder’s role', async () => {
    const { boss, member, slug } = await lab();
    const change = (viewer: Viewer, handle: string, act: 'administrator' | 'member' | 'remove') =>
      changeMember({ viewer }, { slug, handle, act });
    await change(boss, 'member', 'administrator');
    for (const act of ['remove', 'member'] as const) {
      expect(await change(member, 'boss', act)).toMatchObject({ reason: 'forbidden' });
    }
    expect(await change(boss, 'boss', 'member')).toMatchObject({ ok: true });
    expect(await change(member, 'boss', 'remove')).toMatchObject({ reason: 'forbidden' });
    expect(await setMembership({ viewer: boss }, { slug, act: 'leave' })).toMatchObject({
      ok: true,
    });
    const { token } = { token: await invited(member, slug) };
    expect(await joinOrganization({ viewer: boss }, { token })).toMatchObject({ ok: true });
    // A founder who left and rejoined is an ordinary member.
    expect(await change(member, 'boss', 'remove')).toMatchObject({ ok: true });
  });

  it('drops a paper from its page, as a correction that imports respect', async () => {
    const { boss, member, slug } = await lab();
    const paper = await createPaper({ listed: true, organizationId: await idOf(slug) });
    const drop = (viewer: Viewer) => dropPaper({ viewer }, { slug, paper: paper.slug });
    expect(await drop(member)).toMatchObject({ reason: 'forbidden' });
    expect(await drop(boss)).toMatchObject({ ok: true });
    expect(await rawSql()`select organization_id, corrected from papers`).toEqual([
      { organization_id: null, corrected: ['organization_id'] },
    ]);
    expect(await rawSql()`select field, before, after from paper_corrections`).toEqual([
      { field: 'organization', before: slug, after: null },
    ]);
    expect(await drop(boss)).toMatchObject({ reason: 'not_found' });
  });
});

describe('an invitation link', () => {
  it('admits anyone with it, until it is revoked or expired', async () => {
    const { boss, outsider, slug, token } = await lab();
    expect(await getOrganizationInvitation(null, token)).toMatchObject({ joined: false });
    expect(await getOrganizationInvitation(boss, token)).toMatchObject({ joined: true });
    expect(await joinOrganization({ viewer: outsider }, { token })).toMatchObject({ ok: true });
    const [row] = await rawSql()`select token_hash from organization_invites`;
    expect(row?.token_hash).not.toContain(token);
    const [invite] = (await getManaging(boss, slug))?.invites ?? [];
    await revokeOrganizationInvite({ viewer: boss }, { slug, invite: invite?.id ?? '' });
    const late = await createUser();
    for (const used of [token, 'a'.repeat(43)]) {
      expect(await joinOrganization({ viewer: late }, { token: used })).toMatchObject({
        reason: 'not_found',
      });
      expect(await getOrganizationInvitation(late, used)).toBeNull();
    }
    const other = await invited(boss, slug);
    await rawSql()`update organization_invites set expires = now()`;
    expect(await joinOrganization({ viewer: late }, { token: other })).toMatchObject({
      reason: 'not_found',
    });
  });

  it('is visible to and created by administrators only', async () => {
    const { member, outsider, slug } = await lab();
    for (const viewer of [member, outsider]) {
      expect(await makeOrganizationInvite({ viewer }, { slug, days: 1 })).toMatchObject({
        reason: 'forbidden',
      });
      expect(await getManaging(viewer, slug)).toMatchObject({ members: [], invites: [] });
    }
  });
});

describe('an imported organization', () => {
  it('is managed by a user whose request is granted, with a reason in the log', async () => {
    await rawSql()`insert into organizations (slug, name) values ('AMAP-ML', 'AMAP-ML')`;
    const [ada, mod] = [await createUser(), await createUser({ role: 'moderator' })];
    const ask = (viewer: Viewer) =>
      requestOrganization({ viewer }, { slug: 'amap-ml', words: 'I lead its group.' });
    expect(await ask(ada)).toMatchObject({ data: { slug: 'AMAP-ML' } });
    await ask(ada);
    const [request, ...more] = await listRequests();
    expect(more).toEqual([]);
    const settle = (viewer: Viewer) =>
      settleRequest(
        { viewer },
        { request: request?.id ?? 0, act: 'grant', reason: 'Its page says so.' },
      );
    expect(await settle(ada)).toMatchObject({ reason: 'forbidden' });
    expect(await settle(mod)).toMatchObject({ ok: true });
    expect(await settle(mod)).toMatchObject({ reason: 'not_found' });
    expect(await getManaging(ada, 'amap-ml')).toMatchObject({ part: { role: 'administrator' } });
    expect(await rawSql()`select action, user_id, details from moderation_log`).toEqual([
      {
        action: 'grant_organization',
        user_id: ada.id,
        details: { organization: 'AMAP-ML', slug: 'AMAP-ML' },
      },
    ]);
    expect(
      await rawSql()`select user_id, detail from notifications where kind = 'moderation'`,
    ).toEqual([{ user_id: ada.id, detail: 'grant_organization' }]);
    expect(await ask(await createUser())).toMatchObject({ reason: 'conflict' });
  });
});

describe('the input', () => {
  it.each(['a', '--', '\u202egnp lab', 'x'.repeat(121), 'a\nb'])('%j is no name', (name) => {
    expect(organizationInput.safeParse({ name }).success).toBe(false);
  });
  it('links are addresses', () => {
    const read = (links: string) =>
      organizationChanges.safeParse({ slug: 'Lab', name: 'A lab', links });
    expect(read('https://a.org\r\n https://b.org').data).toMatchObject({
      slug: 'lab',
      links: ['https://a.org/', 'https://b.org/'],
    });
    for (const wrong of ['javascript:alert(1)', 'a', 'https://a.org '.repeat(6)]) {
      expect(read(wrong).success).toBe(false);
    }
  });
});
