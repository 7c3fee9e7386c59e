import { slugOf } from '@/lib/organizations/form';
import { organizationManagePath } from '@/lib/organizations/paths';
import { organizationRevokeInput } from '@/lib/organizations/schema';
import { revokeOrganizationInvite } from '@/lib/organizations/service';
import { definePageForm } from '@/lib/web/page-form';

export const POST = definePageForm({
  name: 'revokeOrganizationInvite',
  limit: 'group',
  input: organizationRevokeInput,
  run: revokeOrganizationInvite,
  done: ({ slug, tags }) => ({ path: organizationManagePath(slug, { done: 'revoked' }), tags }),
  back: (fields, query) => organizationManagePath(slugOf(fields), query),
});
