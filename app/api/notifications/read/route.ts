import { ok } from '@/lib/base/errors';
import { markReadInput } from '@/lib/notifications/schema';
import { markRead } from '@/lib/notifications/service';
import { defineFormVerb } from '@/lib/web/form-verb';

export const POST = defineFormVerb({
  name: 'markRead',
  limit: 'api',
  input: markReadInput,
  run: async (context, input) => {
    const result = await markRead(context, input);
    return result.ok ? ok({ tags: [] }) : result;
  },
});
