import { groupForm, slugIn } from '@/lib/groups/form';
import { managePath } from '@/lib/groups/paths';
import { revokeInput } from '@/lib/groups/schema';
import { revokeInvite } from '@/lib/groups/service';

export const POST = groupForm({
  name: 'revokeInvite',
  input: revokeInput,
  run: revokeInvite,
  done: ({ slug }) => ({ path: managePath(slug, { done: 'revoked' }) }),
  back: (fields, query) => managePath(slugIn(fields), query),
});
