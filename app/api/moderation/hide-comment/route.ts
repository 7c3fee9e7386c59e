import { defineFormVerb } from '@/lib/http/form-verb';
import { commentInput } from '@/lib/moderation/schema';
import { hideComment } from '@/lib/moderation/service';

export const POST = defineFormVerb({
  name: 'hideComment',
  limit: 'api',
  input: commentInput,
  run: hideComment,
});
