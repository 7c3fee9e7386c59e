import { kept } from '@/lib/organizations/form';
import { organizationJoinPath, organizationManagePath } from '@/lib/organizations/paths';
import { joinInput } from '@/lib/organizations/schema';
import { joinOrganization } from '@/lib/organizations/service';
import { definePageForm } from '@/lib/web/page-form';

export const POST = definePageForm({
  name: 'joinOrganization',
  limit: 'group',
  input: joinInput,
  run: joinOrganization,
  done: ({ slug, tags }) => ({ path: organizationManagePath(slug, { done: 'joined' }), tags }),
  back: (fields, query) => organizationJoinPath(kept(fields, 'token', 100), query),
});
