import { randomBytes } from 'node:crypto';
import { type Transaction, transaction } from '@/db/client';
import { lockCorrectable, writeChanges } from '@/db/queries/corrections';
import { publishInvalidation } from '@/db/queries/invalidation';
import {
  deleteOrganizationInvite,
  getInvitedOrganization,
  insertOrganizationInvite,
  listOrganizationInvites,
} from '@/db/queries/organization-invites';
import {
  countAdministered,
  dropMember,
  findOrganizationMember,
  hasOtherAdministrator,
  putMember,
} from '@/db/queries/organization-members';
import { closeRequest, findOpenRequest, saveRequest } from '@/db/queries/organization-requests';
import {
  insertOrganization,
  isNameTaken,
  lockOrganization,
  type OrganizationRow,
  setFounder,
  updateOrganizationRow,
} from '@/db/queries/organizations';
import { saveOrganizationRemoval } from '@/db/queries/removals';
import { ok, type Result, refuse } from '@/lib/base/errors';
import { hashToken } from '@/lib/base/secrets';
import { FEEDS, organizationTag } from '@/lib/base/tags';
import { invalidatePaper } from '@/lib/corrections/acts';
import type { JoinInput } from '@/lib/groups/schema';
import { groupSlugs } from '@/lib/groups/slugs';
import { noteAct } from '@/lib/moderation/log-act';
import { lockAndAsk, moderate, nothing } from '@/lib/moderation/moderating';
import { notifyModerators } from '@/lib/notify/desk';
import { choosePicture } from '@/lib/pictures/service';
import { isMember, refuseWriting } from '@/lib/web/policy';
import type { Context } from '@/lib/web/types';
import { NO_SLUG } from './paths';
import {
  type DropInput,
  type MemberInput,
  type MembershipInput,
  ORGANIZATION_LIMITS,
  type OrganizationChanges,
  type OrganizationInput,
  type OrganizationInviteInput,
  type OrganizationRevokeInput,
  type RequestInput,
  type SettleRequestInput,
} from './schema';

type Where = { slug: string };

/** Invalidates an organization's pages. */
const invalidate = (tx: Transaction, { id }: { id: number }, more: string[] = []) =>
  publishInvalidation(tx, [organizationTag(id), ...more]);

/**
 * Creates an organization with the viewer as its first administrator. Refuses with `taken` a name
 * in use.
 */
export async function createOrganization(
  { viewer }: Context,
  input: OrganizationInput,
): Promise<Result<Where>> {
  if (!isMember(viewer)) return refuseWriting(viewer) ?? refuse('forbidden');
  const chosen = await choosePicture(input, 'square');
  if (!chosen.ok) return chosen;
  const { name, description } = input;
  return transaction(async (tx) => {
    if ((await countAdministered(tx, viewer.id)) >= ORGANIZATION_LIMITS.administered) {
      return refuse('conflict');
    }
    if (await isNameTaken(tx, name)) return refuse('taken');
    const slugs = groupSlugs(name, randomBytes(4).toString('hex'));
    for (const slug of slugs.filter((slug) => slug !== NO_SLUG)) {
      const picture = chosen.data ?? null;
      const id = await insertOrganization(tx, {
        slug,
        name,
        description,
        picture,
        founderId: viewer.id,
      });
      if (id === null) continue;
      await putMember(tx, id, viewer.id, { role: 'administrator' });
      // The missing page of this address may be cached.
      await invalidate(tx, { id }, [FEEDS]);
      return ok({ slug });
    }
    return refuse('taken');
  });
}

/** The address stays the same, so that links keep working. */
export async function updateOrganization(
  context: Context,
  { slug, name, description, links, ...fields }: OrganizationChanges,
): Promise<Result<Where>> {
  // Checked first: only an administrator may cause the decoding of a picture.
  const may = await asAdministrator(context, slug, async () => ok({}));
  const chosen = may.ok ? await choosePicture(fields, 'square') : may;
  if (!chosen.ok) return chosen;
  return asAdministrator(context, slug, async (tx, found) => {
    if (await isNameTaken(tx, name, found.id)) return refuse('taken');
    const before = found.picture?.hash ?? null;
    const picture = chosen.data === undefined ? before : chosen.data;
    await updateOrganizationRow(tx, found.id, { name, description, links, picture });
    // Rows of papers show its name and picture, too.
    const more = name === found.name && picture === before ? [] : [FEEDS];
    await invalidate(tx, found, more);
    return ok({ slug: found.slug });
  });
}

/** Creates an invitation and returns its token, which is shown once and stored hashed. */
export async function makeOrganizationInvite(
  context: Context,
  { slug, days }: OrganizationInviteInput,
): Promise<Result<Where & { token: string }>> {
  return asAdministrator(context, slug, async (tx, { id, ...found }) => {
    if ((await listOrganizationInvites(tx, id)).length >= ORGANIZATION_LIMITS.invites) {
      return refuse('conflict');
    }
    const token = randomBytes(32).toString('base64url');
    const expires = new Date(Date.now() + days * 86_400_000);
    await insertOrganizationInvite(tx, {
      tokenHash: hashToken(token),
      organizationId: id,
      expires,
    });
    return ok({ slug: found.slug, token });
  });
}

export async function revokeOrganizationInvite(
  context: Context,
  { slug, invite }: OrganizationRevokeInput,
): Promise<Result<Where>> {
  return asAdministrator(context, slug, async (tx, found) => {
    await deleteOrganizationInvite(tx, found.id, invite);
    return ok({ slug: found.slug });
  });
}

/**
 * Adds the viewer by an invitation. An unknown, revoked or expired token is `not_found`, all alike.
 */
export async function joinOrganization(
  { viewer }: Context,
  { token }: JoinInput,
): Promise<Result<Where>> {
  if (!isMember(viewer)) return refuseWriting(viewer) ?? refuse('forbidden');
  return transaction(async (tx) => {
    const lookUp = () => getInvitedOrganization(tx, hashToken(token), viewer.id);
    const invited = await lookUp();
    const found = invited && (await lockOrganization(tx, invited, viewer.id));
    // Looked up again under the lock: it may have been revoked meanwhile.
    if (!found || !(await lookUp())) return refuse('not_found');
    if (found.part) return ok({ slug: found.slug });
    if (found.members >= ORGANIZATION_LIMITS.members) return refuse('conflict');
    await putMember(tx, found.id, viewer.id, {});
    await invalidate(tx, found);
    return ok({ slug: found.slug });
  });
}

/** Changes the viewer's membership: listed or hidden, or leaves. */
export async function setMembership(
  { viewer }: Context,
  { slug, act }: MembershipInput,
): Promise<Result<Where>> {
  if (!isMember(viewer)) return refuseWriting(viewer) ?? refuse('forbidden');
  return transaction(async (tx) => {
    const found = await lockOrganization(tx, slug, viewer.id);
    if (!found?.part) return refuse('not_found');
    if (act !== 'leave') await putMember(tx, found.id, viewer.id, { hidden: act === 'hide' });
    else if (await isLastAdministrator(tx, found, viewer.id, found.part.role))
      return refuse('conflict');
    else {
      await dropMember(tx, found.id, viewer.id);
      if (found.founderId === viewer.id) await setFounder(tx, found.id, null);
    }
    await invalidate(tx, found);
    return ok({ slug: found.slug });
  });
}

/**
 * Returns whether this is the last administrator who is not banned. They must stay, even alone:
 * nobody else could edit the page or admit members.
 */
async function isLastAdministrator(
  tx: Transaction,
  { id }: OrganizationRow,
  userId: string,
  role: 'administrator' | 'member',
): Promise<boolean> {
  return role === 'administrator' && !(await hasOtherAdministrator(tx, id, userId));
}

/** Changes a member's role, or removes the member. */
export async function changeMember(
  context: Context,
  { slug, handle, act }: MemberInput,
): Promise<Result<Where>> {
  return asAdministrator(context, slug, async (tx, found, viewerId) => {
    const member = await findOrganizationMember(tx, found.id, handle);
    if (!member) return refuse('not_found');
    if (act !== 'administrator') {
      const isFounder = member.id === found.founderId;
      if (isFounder && viewerId !== member.id) return refuse('forbidden');
      if (await isLastAdministrator(tx, found, member.id, member.role)) return refuse('conflict');
      if (isFounder && act === 'remove') await setFounder(tx, found.id, null);
    }
    if (act === 'remove') {
      await dropMember(tx, found.id, member.id);
      await saveOrganizationRemoval(tx, found.id, member.id);
    } else await putMember(tx, found.id, member.id, { role: act });
    await invalidate(tx, found);
    return ok({ slug: found.slug });
  });
}

/** Removes a paper from an organization's page, as a public correction. */
export async function dropPaper(
  context: Context,
  { slug, paper }: DropInput,
): Promise<Result<Where>> {
  return asAdministrator(context, slug, async (tx, found, viewerId) => {
    const subject = await lockCorrectable(tx, { slug: paper });
    const before = subject?.organization ?? null;
    if (!subject || before !== found.slug) return refuse('not_found');
    const change = { field: 'organization', before, beforeBy: null, after: null, afterBy: null };
    const by = { userId: viewerId, logId: null, role: 'administrator' } as const;
    await writeChanges(tx, subject.id, [{ ...change, field: 'organization' }], by);
    await invalidate(tx, found);
    await invalidatePaper(tx, subject.id);
    return ok({ slug: found.slug });
  });
}

/** Requests the management of an organization without administrators from the moderators. */
export async function requestOrganization(
  { viewer }: Context,
  { slug, words }: RequestInput,
): Promise<Result<Where>> {
  if (!isMember(viewer)) return refuseWriting(viewer) ?? refuse('forbidden');
  return transaction(async (tx) => {
    const found = await lockOrganization(tx, slug, viewer.id);
    if (!found) return refuse('not_found');
    if (found.managed) return refuse('conflict');
    await saveRequest(tx, { organizationId: found.id, userId: viewer.id, words });
    await notifyModerators(tx, 'organizations', viewer.id);
    return ok({ slug: found.slug });
  });
}

/** Grants or declines a request. Nobody decides their own. */
export async function settleRequest(
  context: Context,
  { request: id, act, reason }: SettleRequestInput,
): Promise<Result<void>> {
  return moderate(context, async (tx, actorId) => {
    const asked = await findOpenRequest(tx, id);
    if (!asked) throw nothing('This request is settled already.');
    const { userId } = asked;
    await lockAndAsk(tx, context, [userId]);
    const found = await lockOrganization(tx, asked.slug, userId);
    if (!found || !(await findOpenRequest(tx, id))) throw nothing('This is settled already.');
    const action = act === 'grant' ? 'grant_organization' : 'refuse_organization';
    const details = { organization: found.name, slug: found.slug };
    const logId = await noteAct(tx, { actorId, reason, action, userId, details });
    await closeRequest(tx, id, actorId, logId);
    if (act === 'grant') {
      await putMember(tx, found.id, userId, { role: 'administrator' });
      if (!found.founderId) await setFounder(tx, found.id, userId);
    }
    await invalidate(tx, found);
  });
}

/** Runs `work` on the locked organization if the viewer administers it. */
async function asAdministrator<T>(
  { viewer }: Context,
  slug: string,
  work: (tx: Transaction, found: OrganizationRow, viewerId: string) => Promise<Result<T>>,
): Promise<Result<T>> {
  if (!isMember(viewer)) return refuseWriting(viewer) ?? refuse('forbidden');
  return transaction(async (tx) => {
    const found = await lockOrganization(tx, slug, viewer.id);
    if (!found) return refuse('not_found');
    return found.part?.role === 'administrator' ? work(tx, found, viewer.id) : refuse('forbidden');
  });
}
