import { groupForm } from '@/lib/groups/form';
import { groupPath, joinPath } from '@/lib/groups/paths';
import { joinInput } from '@/lib/groups/schema';
import { joinGroup } from '@/lib/groups/service';

export const POST = groupForm({
  name: 'joinGroup',
  input: joinInput,
  run: joinGroup,
  done: ({ slug }) => ({ path: groupPath(slug) }),
  back: (fields, query) => joinPath((fields.get('token') ?? '').slice(0, 100), query),
});
