import { sessionInput } from '@/lib/account/schema';
import { endSession } from '@/lib/account/service';
import { definePageForm } from '@/lib/web/page-form';

export const POST = definePageForm({
  name: 'endSession',
  limit: 'api',
  input: sessionInput,
  run: endSession,
  done: () => ({ path: '/settings/sessions?done=endSession' }),
  back: (_, query) => `/settings/sessions?${new URLSearchParams(query)}`,
});
