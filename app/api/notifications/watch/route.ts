import { ok } from '@/lib/base/errors';
import { watchInput } from '@/lib/notifications/schema';
import { setWatch } from '@/lib/notifications/service';
import { defineFormVerb } from '@/lib/web/form-verb';

export const POST = defineFormVerb({
  name: 'setWatch',
  limit: 'api',
  input: watchInput,
  run: async (context, input) => {
    const result = await setWatch(context, input);
    return result.ok ? ok({ tags: [] }) : result;
  },
});
