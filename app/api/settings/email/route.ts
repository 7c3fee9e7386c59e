import { emailInput } from '@/lib/account/schema';
import { requestEmailChange } from '@/lib/account/service';
import { refuse } from '@/lib/base/errors';
import { mailMode } from '@/lib/mail/mode';
import { ACCOUNT_PAGE } from '@/lib/sign-in/connect';
import { definePageForm } from '@/lib/web/page-form';

export const POST = definePageForm({
  name: 'requestEmailChange',
  limit: 'api',
  input: emailInput,
  run: async (context, input, request) =>
    mailMode(request.headers).mode === 'off'
      ? refuse('unavailable')
      : requestEmailChange(context, input),
  done: () => ({ path: `${ACCOUNT_PAGE}?done=requestEmailChange` }),
  back: (fields, query) => {
    const email = (fields.get('email') ?? '').slice(0, 260);
    return `${ACCOUNT_PAGE}?${new URLSearchParams(query.error ? { ...query, email } : query)}`;
  },
});
