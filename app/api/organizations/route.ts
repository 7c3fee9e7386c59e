import { kept } from '@/lib/organizations/form';
import { organizationManagePath, organizationsPath } from '@/lib/organizations/paths';
import { organizationInput } from '@/lib/organizations/schema';
import { createOrganization } from '@/lib/organizations/service';
import { PICTURE_DEADLINE } from '@/lib/pictures/schema';
import { definePageForm } from '@/lib/web/page-form';

export const POST = definePageForm({
  name: 'createOrganization',
  limit: 'group',
  deadline: PICTURE_DEADLINE,
  input: organizationInput,
  run: createOrganization,
  done: ({ slug, tags }) => ({ path: organizationManagePath(slug, { done: 'made' }), tags }),
  back: (fields, query) =>
    organizationsPath({
      ...query,
      name: kept(fields, 'name', 200),
      description: kept(fields, 'description', 1_100),
    }),
});
