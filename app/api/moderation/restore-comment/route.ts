import { commentInput } from '@/lib/moderation/schema';
import { restoreComment } from '@/lib/moderation/service';
import { defineFormVerb } from '@/lib/web/form-verb';

export const POST = defineFormVerb({
  name: 'restoreComment',
  limit: 'api',
  input: commentInput,
  run: restoreComment,
});
