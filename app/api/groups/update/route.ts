import { groupForm, slugIn } from '@/lib/groups/form';
import { managePath } from '@/lib/groups/paths';
import { changesInput } from '@/lib/groups/schema';
import { updateGroup } from '@/lib/groups/service';

export const POST = groupForm({
  name: 'updateGroup',
  input: changesInput,
  run: updateGroup,
  done: ({ slug }) => ({ path: managePath(slug, { done: 'saved' }) }),
  back: (fields, query) => managePath(slugIn(fields), query),
});
