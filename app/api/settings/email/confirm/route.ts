import { tokenInput } from '@/lib/account/schema';
import { confirmEmailChange } from '@/lib/account/service';
import { ok } from '@/lib/base/errors';
import { forgottenCookies } from '@/lib/web/cookies';
import { definePageForm } from '@/lib/web/page-form';

const PAGE = '/settings/email/confirm';

export const POST = definePageForm({
  name: 'confirmEmailChange',
  limit: 'api',
  input: tokenInput,
  run: async (context, input) => {
    const done = await confirmEmailChange(context, input);
    return done.ok ? ok({ own: done.data.userId === context.viewer?.id }) : done;
  },
  done: ({ own }) => ({
    path: `${PAGE}?done=confirmEmailChange`,
    cookies: own ? forgottenCookies() : [],
  }),
  back: (_, query) => `${PAGE}?${new URLSearchParams(query)}`,
});
