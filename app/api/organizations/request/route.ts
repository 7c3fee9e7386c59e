import { kept, slugOf } from '@/lib/organizations/form';
import { organizationManagePath } from '@/lib/organizations/paths';
import { requestInput } from '@/lib/organizations/schema';
import { requestOrganization } from '@/lib/organizations/service';
import { definePageForm } from '@/lib/web/page-form';

export const POST = definePageForm({
  name: 'requestOrganization',
  limit: 'claim',
  input: requestInput,
  run: requestOrganization,
  done: ({ slug }) => ({ path: organizationManagePath(slug, { done: 'asked' }) }),
  back: (fields, query) =>
    organizationManagePath(slugOf(fields), { ...query, words: kept(fields, 'words', 600) }),
});
