import { replyInput } from '@/lib/appeals/schema';
import { replyToAnswer } from '@/lib/appeals/service';
import { defineFormVerb } from '@/lib/web/form-verb';

export const POST = defineFormVerb({
  name: 'replyToAnswer',
  limit: 'api',
  input: replyInput,
  run: replyToAnswer,
});
