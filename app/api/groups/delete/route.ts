import { groupForm, slugIn } from '@/lib/groups/form';
import { groupsPath, managePath } from '@/lib/groups/paths';
import { ofGroup } from '@/lib/groups/schema';
import { deleteGroup } from '@/lib/groups/service';

export const POST = groupForm({
  name: 'deleteGroup',
  input: ofGroup,
  run: deleteGroup,
  done: () => ({ path: groupsPath({ done: 'deleted' }) }),
  back: (fields, query) => managePath(slugIn(fields), query),
});
