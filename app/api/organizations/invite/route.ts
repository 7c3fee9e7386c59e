import { newInvite } from '@/lib/groups/invite-cookie';
import { definePageForm } from '@/lib/http/page-form';
import { slugOf } from '@/lib/organizations/form';
import { organizationManagePath } from '@/lib/organizations/paths';
import { organizationInviteInput } from '@/lib/organizations/schema';
import { makeOrganizationInvite } from '@/lib/organizations/service';

export const POST = definePageForm({
  name: 'makeOrganizationInvite',
  limit: 'group',
  input: organizationInviteInput,
  run: makeOrganizationInvite,
  done: ({ slug, token }) => ({ path: organizationManagePath(slug), cookies: [newInvite(token)] }),
  back: (fields, query) => organizationManagePath(slugOf(fields), query),
});
