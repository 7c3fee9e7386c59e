import { slugOf } from '@/lib/organizations/form';
import { organizationManagePath } from '@/lib/organizations/paths';
import { memberInput } from '@/lib/organizations/schema';
import { changeMember } from '@/lib/organizations/service';
import { definePageForm } from '@/lib/web/page-form';

export const POST = definePageForm({
  name: 'changeMember',
  limit: 'group',
  input: memberInput,
  run: changeMember,
  done: ({ slug, tags }) => ({ path: organizationManagePath(slug, { done: 'saved' }), tags }),
  back: (fields, query) => organizationManagePath(slugOf(fields), query),
});
