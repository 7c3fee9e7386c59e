import { defineFormVerb } from '@/lib/http/form-verb';
import { excludeInput } from '@/lib/moderation/schema';
import { excludeVotes } from '@/lib/moderation/service';

export const POST = defineFormVerb({
  name: 'excludeVotes',
  limit: 'api',
  input: excludeInput,
  lists: ['votes'],
  run: excludeVotes,
});
