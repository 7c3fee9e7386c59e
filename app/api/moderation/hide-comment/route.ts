import { commentInput } from '@/lib/moderation/schema';
import { hideComment } from '@/lib/moderation/service';
import { defineFormVerb } from '@/lib/web/form-verb';

export const POST = defineFormVerb({
  name: 'hideComment',
  limit: 'api',
  input: commentInput,
  run: hideComment,
});
