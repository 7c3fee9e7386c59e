import { slugOf } from '@/lib/organizations/form';
import { organizationManagePath } from '@/lib/organizations/paths';
import { dropInput } from '@/lib/organizations/schema';
import { dropPaper } from '@/lib/organizations/service';
import { definePageForm } from '@/lib/web/page-form';

export const POST = definePageForm({
  name: 'dropPaper',
  limit: 'group',
  input: dropInput,
  run: dropPaper,
  done: ({ slug, tags }) => ({ path: organizationManagePath(slug, { done: 'dropped' }), tags }),
  back: (fields, query) => organizationManagePath(slugOf(fields), query),
});
