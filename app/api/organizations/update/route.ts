import { kept, slugOf } from '@/lib/organizations/form';
import { organizationManagePath } from '@/lib/organizations/paths';
import { organizationChanges } from '@/lib/organizations/schema';
import { updateOrganization } from '@/lib/organizations/service';
import { PICTURE_DEADLINE } from '@/lib/pictures/schema';
import { definePageForm } from '@/lib/web/page-form';

export const POST = definePageForm({
  name: 'updateOrganization',
  limit: 'group',
  deadline: PICTURE_DEADLINE,
  input: organizationChanges,
  run: updateOrganization,
  done: ({ slug, tags }) => ({ path: organizationManagePath(slug, { done: 'saved' }), tags }),
  back: (fields, query) =>
    organizationManagePath(slugOf(fields), {
      ...query,
      name: kept(fields, 'name', 200),
      description: kept(fields, 'description', 1_100),
      links: kept(fields, 'links', 1_000),
    }),
});
