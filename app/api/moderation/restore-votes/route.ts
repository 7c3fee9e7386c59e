import { defineFormVerb } from '@/lib/http/form-verb';
import { restoreVotesInput } from '@/lib/moderation/schema';
import { restoreVotes } from '@/lib/moderation/service';

export const POST = defineFormVerb({
  name: 'restoreVotes',
  limit: 'api',
  input: restoreVotesInput,
  run: restoreVotes,
});
