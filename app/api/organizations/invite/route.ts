import { newInvite } from '@/lib/groups/invite-cookie';
import { slugOf } from '@/lib/organizations/form';
import { organizationManagePath } from '@/lib/organizations/paths';
import { organizationInviteInput } from '@/lib/organizations/schema';
import { makeOrganizationInvite } from '@/lib/organizations/service';
import { definePageForm } from '@/lib/web/page-form';

export const POST = definePageForm({
  name: 'makeOrganizationInvite',
  limit: 'group',
  input: organizationInviteInput,
  run: makeOrganizationInvite,
  done: ({ slug, token }) => ({ path: organizationManagePath(slug), cookies: [newInvite(token)] }),
  back: (fields, query) => organizationManagePath(slugOf(fields), query),
});
