import { groupForm, slugIn } from '@/lib/groups/form';
import { managePath } from '@/lib/groups/paths';
import { memberInput } from '@/lib/groups/schema';
import { removeMember } from '@/lib/groups/service';

export const POST = groupForm({
  name: 'removeMember',
  input: memberInput,
  run: removeMember,
  done: ({ slug }) => ({ path: managePath(slug, { done: 'removed' }) }),
  back: (fields, query) => managePath(slugIn(fields), query),
});
