import { leavingInput } from '@/lib/account/schema';
import { deleteAccount } from '@/lib/account/service';
import { refuse } from '@/lib/base/errors';
import { forgottenCookies } from '@/lib/web/cookies';
import { definePageForm } from '@/lib/web/page-form';

const PAGE = '/settings/delete';

export const POST = definePageForm({
  name: 'deleteAccount',
  limit: 'api',
  input: leavingInput,
  run: async (context, input) =>
    // A second click finds nobody signed in: the page says so, and does not ask to sign in.
    context.viewer ? deleteAccount(context, input) : refuse('not_found'),
  done: ({ tags }) => ({
    path: `${PAGE}?done=deleteAccount`,
    cookies: forgottenCookies(),
    tags,
  }),
  back: (fields, query) => {
    const comments = fields.get('comments') === 'erase' ? 'erase' : 'keep';
    return `${PAGE}?${new URLSearchParams({ ...query, comments })}`;
  },
});
