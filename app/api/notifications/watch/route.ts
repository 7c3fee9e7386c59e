import { ok } from '@/lib/errors';
import { defineFormVerb } from '@/lib/http/form-verb';
import { watchInput } from '@/lib/notifications/schema';
import { setWatch } from '@/lib/notifications/service';

export const POST = defineFormVerb({
  name: 'setWatch',
  limit: 'api',
  input: watchInput,
  run: async (context, input) => {
    const result = await setWatch(context, input);
    return result.ok ? ok({ tags: [] }) : result;
  },
});
