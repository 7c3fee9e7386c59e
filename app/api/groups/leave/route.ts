import { groupForm, slugIn } from '@/lib/groups/form';
import { groupPath, groupsPath } from '@/lib/groups/paths';
import { ofGroup } from '@/lib/groups/schema';
import { leaveGroup } from '@/lib/groups/service';

export const POST = groupForm({
  name: 'leaveGroup',
  input: ofGroup,
  run: leaveGroup,
  done: () => ({ path: groupsPath({ done: 'left' }) }),
  back: (fields, query) => groupPath(slugIn(fields), query),
});
