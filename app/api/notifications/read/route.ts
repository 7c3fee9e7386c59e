import { ok } from '@/lib/errors';
import { defineFormVerb } from '@/lib/http/form-verb';
import { markReadInput } from '@/lib/notifications/schema';
import { markRead } from '@/lib/notifications/service';

export const POST = defineFormVerb({
  name: 'markRead',
  limit: 'api',
  input: markReadInput,
  run: async (context, input) => {
    const result = await markRead(context, input);
    return result.ok ? ok({ tags: [] }) : result;
  },
});
