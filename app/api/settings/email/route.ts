import { emailInput } from '@/lib/account/schema';
import { requestEmailChange } from '@/lib/account/service';
import { ACCOUNT_PAGE } from '@/lib/auth/connect';
import { refuse } from '@/lib/errors';
import { definePageForm } from '@/lib/http/page-form';
import { mailMode } from '@/lib/mail/mode';

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
