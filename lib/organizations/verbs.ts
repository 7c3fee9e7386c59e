import { newInvite } from '@/lib/groups/invite-cookie';
import { PICTURE_DEADLINE } from '@/lib/pictures/schema';
import { typedText } from '@/lib/web/typed-text';
import { named, verb } from '@/lib/web/verb';
import {
  NO_SLUG,
  ORGANIZATION_SLUG,
  organizationJoinPath,
  organizationManagePath,
  organizationsPath,
} from './paths';
import {
  dropInput,
  joinInput,
  memberInput,
  membershipInput,
  organizationChanges,
  organizationInput,
  organizationInviteInput,
  organizationRevokeInput,
  requestInput,
  settleRequestInput,
} from './schema';
import * as service from './service';

/** Redirects to the organization of the form if its slug is valid. */
const toManage = (fields: URLSearchParams, query: Record<string, string>) => {
  const slug = fields.get('slug') ?? '';
  return organizationManagePath(ORGANIZATION_SLUG.test(slug) ? slug : NO_SLUG, query);
};
const manage =
  (done: string) =>
  ({ slug }: { slug: string }) =>
    organizationManagePath(slug, { done });

export const verbs = named('organizations', {
  createOrganization: verb({
    who: 'member',
    limit: 'group',
    deadline: PICTURE_DEADLINE,
    input: organizationInput,
    files: ['picture'],
    run: service.createOrganization,
    done: manage('made'),
    back: (fields, query) =>
      organizationsPath({
        ...query,
        name: typedText(fields, 'name', 200),
        description: typedText(fields, 'description', 1_100),
      }),
  }),
  updateOrganization: verb({
    who: 'author',
    limit: 'group',
    deadline: PICTURE_DEADLINE,
    input: organizationChanges,
    files: ['picture'],
    run: service.updateOrganization,
    done: manage('saved'),
    back: (fields, query) =>
      toManage(fields, {
        ...query,
        name: typedText(fields, 'name', 200),
        description: typedText(fields, 'description', 1_100),
        links: typedText(fields, 'links', 1_000),
      }),
  }),
  makeOrganizationInvite: verb({
    who: 'author',
    limit: 'group',
    input: organizationInviteInput,
    run: service.makeOrganizationInvite,
    done: ({ slug, token }) => ({
      path: organizationManagePath(slug),
      cookies: [newInvite(token)],
    }),
    back: toManage,
  }),
  revokeOrganizationInvite: verb({
    who: 'author',
    limit: 'group',
    input: organizationRevokeInput,
    run: service.revokeOrganizationInvite,
    done: manage('revoked'),
    back: toManage,
  }),
  joinOrganization: verb({
    who: 'member',
    limit: 'group',
    input: joinInput,
    run: service.joinOrganization,
    done: manage('joined'),
    back: (fields, query) => organizationJoinPath(typedText(fields, 'token', 100), query),
  }),
  // A user who is no member has nothing to set.
  setMembership: verb({
    who: 'owner',
    limit: 'group',
    input: membershipInput,
    run: service.setMembership,
    done: manage('saved'),
    back: toManage,
  }),
  changeMember: verb({
    who: 'author',
    limit: 'group',
    input: memberInput,
    run: service.changeMember,
    done: manage('saved'),
    back: toManage,
  }),
  dropPaper: verb({
    who: 'author',
    limit: 'group',
    input: dropInput,
    run: service.dropPaper,
    done: manage('dropped'),
    back: toManage,
  }),
  // In the permission table, the organization has no administrator.
  requestOrganization: verb({
    who: 'member',
    limit: 'claim',
    input: requestInput,
    run: service.requestOrganization,
    done: manage('asked'),
    back: (fields, query) => toManage(fields, { ...query, words: typedText(fields, 'words', 600) }),
  }),
  settleRequest: verb({
    who: 'moderator',
    limit: 'api',
    input: settleRequestInput,
    run: service.settleRequest,
    done: 'The request is settled.',
  }),
});
