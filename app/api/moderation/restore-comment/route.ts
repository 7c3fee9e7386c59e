import { defineFormVerb } from '@/lib/http/form-verb';
import { commentInput } from '@/lib/moderation/schema';
import { restoreComment } from '@/lib/moderation/service';

export const POST = defineFormVerb({
  name: 'restoreComment',
  limit: 'api',
  input: commentInput,
  run: restoreComment,
});
