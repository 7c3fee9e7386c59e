import { providerInput } from '@/lib/account/schema';
import { disconnectAccount } from '@/lib/account/service';
import { ACCOUNT_PAGE } from '@/lib/sign-in/connect';
import { definePageForm } from '@/lib/web/page-form';

export const POST = definePageForm({
  name: 'disconnectAccount',
  limit: 'api',
  input: providerInput,
  run: disconnectAccount,
  done: () => ({ path: `${ACCOUNT_PAGE}?done=disconnectAccount` }),
  back: (_, query) => `${ACCOUNT_PAGE}?${new URLSearchParams(query)}`,
});
