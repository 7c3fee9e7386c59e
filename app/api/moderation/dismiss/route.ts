import { dismissInput } from '@/lib/moderation/schema';
import { dismissPattern } from '@/lib/moderation/service';
import { defineFormVerb } from '@/lib/web/form-verb';

export const POST = defineFormVerb({
  name: 'dismissPattern',
  limit: 'api',
  input: dismissInput,
  run: dismissPattern,
});
