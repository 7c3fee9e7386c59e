import { groupForm, slugIn } from '@/lib/groups/form';
import { groupPath, managePath } from '@/lib/groups/paths';
import { memberInput } from '@/lib/groups/schema';
import { passOwnership } from '@/lib/groups/service';

export const POST = groupForm({
  name: 'passOwnership',
  input: memberInput,
  run: passOwnership,
  done: ({ slug }) => ({ path: groupPath(slug, { done: 'passed' }) }),
  back: (fields, query) => managePath(slugIn(fields), query),
});
