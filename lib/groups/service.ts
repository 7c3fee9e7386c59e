import { randomBytes } from 'node:crypto';
import { type Transaction, transaction } from '@/db/client';
import {
  countGroupsOf,
  deleteInvite,
  deleteMember,
  findMember,
  type GroupRow,
  getInvited,
  insertGroup,
  insertInvite,
  insertMember,
  listInvites,
  lockGroup,
  deleteGroup as removeGroup,
  updateGroup as setGroup,
  takenSlugs,
} from '@/db/queries/groups';
import { saveGroupRemoval } from '@/db/queries/removals';
import { AppError, ok, type Refusal, type Result, refuse } from '@/lib/base/errors';
import { hashToken } from '@/lib/base/secrets';
import { isMember, refuseWriting } from '@/lib/web/policy';
import type { Context } from '@/lib/web/types';
import { canSee, partOf, refuseManaging } from './policy';
import {
  type ChangesInput,
  GROUP_LIMITS,
  type GroupInput,
  type InviteInput,
  type JoinInput,
  type MemberInput,
  type OfGroup,
  type RevokeInput,
} from './schema';
import { groupSlugs } from './slugs';

type Where = Promise<Result<{ slug: string }>>;

/** Creates a group owned by the viewer; its address is derived from its name. */
export async function createGroup({ viewer }: Context, input: GroupInput): Where {
  if (!isMember(viewer)) return refuseWriting(viewer) ?? refuse('forbidden');
  return transaction(async (tx) => {
    if ((await countGroupsOf(tx, viewer.id)) >= GROUP_LIMITS.groups) return tooManyGroups;
    const slugs = groupSlugs(input.name, randomBytes(4).toString('hex'));
    const taken = new Set(await takenSlugs(tx, slugs));
    for (const slug of slugs.filter((slug) => !taken.has(slug))) {
      if (await insertGroup(tx, { ...input, slug, ownerId: viewer.id })) return ok({ slug });
    }
    throw new AppError('internal');
  });
}

/** The address stays the same: links keep working. */
export async function updateGroup(context: Context, { slug, ...changes }: ChangesInput): Where {
  return asOwner(context, slug, async (tx, group) => {
    await setGroup(tx, group.id, changes);
    return ok({ slug: group.slug });
  });
}

export async function deleteGroup(context: Context, { slug }: OfGroup): Where {
  return asOwner(context, slug, async (tx, group) => {
    await removeGroup(tx, group.id);
    return ok({ slug: group.slug });
  });
}

/** Creates an invitation and returns its token, which is shown once and stored hashed. */
export async function makeInvite(
  context: Context,
  { slug, days }: InviteInput,
): Promise<Result<{ slug: string; token: string }>> {
  return asOwner(context, slug, async (tx, group) => {
    if ((await listInvites(tx, group.id)).length >= GROUP_LIMITS.invites) {
      return refuse('conflict', { message: 'Revoke an invitation first.' });
    }
    const token = randomBytes(32).toString('base64url');
    const expires = new Date(Date.now() + days * 86_400_000);
    await insertInvite(tx, { tokenHash: hashToken(token), groupId: group.id, expires });
    return ok({ slug: group.slug, token });
  });
}

export async function revokeInvite(context: Context, { slug, invite }: RevokeInput): Where {
  return asOwner(context, slug, async (tx, group) => {
    await deleteInvite(tx, group.id, invite);
    return ok({ slug: group.slug });
  });
}

/**
 * Adds the viewer by an invitation; idempotent for members. An unknown, revoked or expired token is
 * `not_found`, all alike.
 */
export async function joinGroup({ viewer }: Context, { token }: JoinInput): Where {
  if (!isMember(viewer)) return refuseWriting(viewer) ?? refuse('forbidden');
  return transaction(async (tx) => {
    const mine = await countGroupsOf(tx, viewer.id);
    const tokenHash = hashToken(token);
    const invited = await getInvited(tx, tokenHash, viewer.id);
    const group = invited && (await lockGroup(tx, invited.slug, viewer.id));
    // Looked up again under the lock: it may have been revoked meanwhile.
    if (!group || !(await getInvited(tx, tokenHash, viewer.id))) return refuse('not_found');
    if (group.isMember) return ok({ slug: group.slug });
    if (mine >= GROUP_LIMITS.groups) return tooManyGroups;
    if (group.members >= GROUP_LIMITS.members) {
      return refuse('conflict', { message: 'This group is full.' });
    }
    await insertMember(tx, group.id, viewer.id);
    return ok({ slug: group.slug });
  });
}

/** Leaves a group; its owner passes it on first, or deletes it. */
export async function leaveGroup({ viewer }: Context, { slug }: OfGroup): Where {
  if (!isMember(viewer)) return refuseWriting(viewer) ?? refuse('forbidden');
  return transaction(async (tx) => {
    const group = await lockGroup(tx, slug, viewer.id);
    if (!group || !canSee(group)) return refuse('not_found');
    if (partOf(viewer, group) === 'owner') {
      return refuse('conflict', { message: 'Pass the group on first, or delete it.' });
    }
    await deleteMember(tx, group.id, viewer.id);
    return ok({ slug: group.slug });
  });
}

/** Removes a member; invitations made before do not let them in again. */
export async function removeMember(context: Context, { slug, handle }: MemberInput): Where {
  return asOwner(context, slug, async (tx, group) => {
    const member = await findMember(tx, group.id, handle);
    if (member?.id === group.ownerId) return refuse('conflict');
    if (member) {
      await deleteMember(tx, group.id, member.id);
      await saveGroupRemoval(tx, group.id, member.id);
    }
    return ok({ slug: group.slug });
  });
}

/** Makes another member the owner; the viewer stays a member. */
export async function passOwnership(context: Context, { slug, handle }: MemberInput): Where {
  return asOwner(context, slug, async (tx, group) => {
    const member = await findMember(tx, group.id, handle);
    if (!member || member.banned) return refuse('conflict');
    await setGroup(tx, group.id, { ownerId: member.id });
    return ok({ slug: group.slug });
  });
}

const tooManyGroups: Refusal = refuse('conflict', {
  message: `You are in ${GROUP_LIMITS.groups} groups already, which is the most.`,
});

/** Runs `work` on the locked group if it is the viewer's own. */
async function asOwner<T>(
  { viewer }: Context,
  slug: string,
  work: (tx: Transaction, group: GroupRow) => Promise<Result<T>>,
): Promise<Result<T>> {
  if (!isMember(viewer)) return refuseWriting(viewer) ?? refuse('forbidden');
  return transaction(async (tx) => {
    const group = await lockGroup(tx, slug, viewer.id);
    const refusal = refuseManaging(viewer, group);
    return refusal || !group ? (refusal ?? refuse('not_found')) : work(tx, group);
  });
}
