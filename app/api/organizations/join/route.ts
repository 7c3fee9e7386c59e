import { definePageForm } from '@/lib/http/page-form';
import { kept } from '@/lib/organizations/form';
import { organizationJoinPath, organizationManagePath } from '@/lib/organizations/paths';
import { joinInput } from '@/lib/organizations/schema';
import { joinOrganization } from '@/lib/organizations/service';

export const POST = definePageForm({
  name: 'joinOrganization',
  limit: 'group',
  input: joinInput,
  run: joinOrganization,
  done: ({ slug, tags }) => ({ path: organizationManagePath(slug, { done: 'joined' }), tags }),
  back: (fields, query) => organizationJoinPath(kept(fields, 'token', 100), query),
});
