import { excludeInput } from '@/lib/moderation/schema';
import { excludeVotes } from '@/lib/moderation/service';
import { defineFormVerb } from '@/lib/web/form-verb';

export const POST = defineFormVerb({
  name: 'excludeVotes',
  limit: 'api',
  input: excludeInput,
  lists: ['votes'],
  run: excludeVotes,
});
