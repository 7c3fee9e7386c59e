import { groupForm, slugIn } from '@/lib/groups/form';
import { newInvite } from '@/lib/groups/invite-cookie';
import { managePath } from '@/lib/groups/paths';
import { inviteInput } from '@/lib/groups/schema';
import { makeInvite } from '@/lib/groups/service';

export const POST = groupForm({
  name: 'makeInvite',
  input: inviteInput,
  run: makeInvite,
  done: ({ slug, token }) => ({ path: managePath(slug), cookies: [newInvite(token)] }),
  back: (fields, query) => managePath(slugIn(fields), query),
});
