import { slugOf } from '@/lib/organizations/form';
import { organizationManagePath } from '@/lib/organizations/paths';
import { membershipInput } from '@/lib/organizations/schema';
import { setMembership } from '@/lib/organizations/service';
import { definePageForm } from '@/lib/web/page-form';

export const POST = definePageForm({
  name: 'setMembership',
  limit: 'group',
  input: membershipInput,
  run: setMembership,
  done: ({ slug, tags }) => ({ path: organizationManagePath(slug, { done: 'saved' }), tags }),
  back: (fields, query) => organizationManagePath(slugOf(fields), query),
});
