import { typedText } from '@/lib/web/typed-text';
import { named, verb } from '@/lib/web/verb';
import { newInvite } from './invite-cookie';
import { groupPath, groupsPath, joinPath, managePath } from './paths';
import {
  changesInput,
  GROUP_LIMITS,
  groupInput,
  inviteInput,
  joinInput,
  memberInput,
  ofGroup,
  revokeInput,
} from './schema';
import * as service from './service';

/** Returns the group's slug from the form if it is valid: it becomes part of an address. */
const slugIn = (fields: URLSearchParams): string =>
  (fields.get('slug') ?? '').replace(/[^a-z0-9-]/g, '').slice(0, 48) || 'none';
const toManage = (fields: URLSearchParams, query: Record<string, string>) =>
  managePath(slugIn(fields), query);
const typed = (fields: URLSearchParams, name: 'name' | 'description') =>
  typedText(fields, name, GROUP_LIMITS[name] + 100);

const limit = 'group';

export const verbs = named('groups', {
  createGroup: verb({
    who: 'member',
    limit,
    input: groupInput,
    run: service.createGroup,
    done: ({ slug }) => groupPath(slug),
    back: (fields, query) =>
      groupsPath({
        ...query,
        name: typed(fields, 'name'),
        description: typed(fields, 'description'),
      }),
  }),
  updateGroup: verb({
    who: 'owner',
    limit,
    input: changesInput,
    run: service.updateGroup,
    done: ({ slug }) => managePath(slug, { done: 'saved' }),
    back: toManage,
  }),
  deleteGroup: verb({
    who: 'owner',
    limit,
    input: ofGroup,
    run: service.deleteGroup,
    done: () => groupsPath({ done: 'deleted' }),
    back: toManage,
  }),
  makeInvite: verb({
    who: 'owner',
    limit,
    input: inviteInput,
    run: service.makeInvite,
    done: ({ slug, token }) => ({ path: managePath(slug), cookies: [newInvite(token)] }),
    back: toManage,
  }),
  revokeInvite: verb({
    who: 'owner',
    limit,
    input: revokeInput,
    run: service.revokeInvite,
    done: ({ slug }) => managePath(slug, { done: 'revoked' }),
    back: toManage,
  }),
  joinGroup: verb({
    who: 'member',
    limit,
    input: joinInput,
    run: service.joinGroup,
    done: ({ slug }) => groupPath(slug),
    back: (fields, query) => joinPath(typedText(fields, 'token', 100), query),
  }),
  leaveGroup: verb({
    who: 'memberButOwner',
    limit,
    input: ofGroup,
    run: service.leaveGroup,
    done: () => groupsPath({ done: 'left' }),
    back: (fields, query) => groupPath(slugIn(fields), query),
  }),
  passOwnership: verb({
    who: 'owner',
    limit,
    input: memberInput,
    run: service.passOwnership,
    done: ({ slug }) => groupPath(slug, { done: 'passed' }),
    back: toManage,
  }),
  removeMember: verb({
    who: 'owner',
    limit,
    input: memberInput,
    run: service.removeMember,
    done: ({ slug }) => managePath(slug, { done: 'removed' }),
    back: toManage,
  }),
});
