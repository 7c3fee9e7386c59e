import { nothingInput } from '@/lib/account/schema';
import { cancelEmailChange } from '@/lib/account/service';
import { ACCOUNT_PAGE } from '@/lib/sign-in/connect';
import { definePageForm } from '@/lib/web/page-form';

export const POST = definePageForm({
  name: 'cancelEmailChange',
  limit: 'api',
  input: nothingInput,
  run: cancelEmailChange,
  done: () => ({ path: `${ACCOUNT_PAGE}?done=cancelEmailChange` }),
  back: (_, query) => `${ACCOUNT_PAGE}?${new URLSearchParams(query)}`,
});
