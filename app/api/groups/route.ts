import { groupForm } from '@/lib/groups/form';
import { groupPath, groupsPath } from '@/lib/groups/paths';
import { GROUP_LIMITS, groupInput } from '@/lib/groups/schema';
import { createGroup } from '@/lib/groups/service';

const kept = (fields: URLSearchParams, name: 'name' | 'description') =>
  (fields.get(name) ?? '').slice(0, GROUP_LIMITS[name] + 100);

export const POST = groupForm({
  name: 'createGroup',
  input: groupInput,
  run: createGroup,
  done: ({ slug }) => ({ path: groupPath(slug) }),
  back: (fields, query) =>
    groupsPath({ ...query, name: kept(fields, 'name'), description: kept(fields, 'description') }),
});
