import { restoreVotesInput } from '@/lib/moderation/schema';
import { restoreVotes } from '@/lib/moderation/service';
import { defineFormVerb } from '@/lib/web/form-verb';

export const POST = defineFormVerb({
  name: 'restoreVotes',
  limit: 'api',
  input: restoreVotesInput,
  run: restoreVotes,
});
