import { defineFormVerb } from '@/lib/http/form-verb';
import { dismissInput } from '@/lib/moderation/schema';
import { dismissPattern } from '@/lib/moderation/service';

export const POST = defineFormVerb({
  name: 'dismissPattern',
  limit: 'api',
  input: dismissInput,
  run: dismissPattern,
});
