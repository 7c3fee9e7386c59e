import { defineFormVerb } from '@/lib/http/form-verb';
import { paperInput } from '@/lib/moderation/schema';
import { removePaper } from '@/lib/moderation/service';

export const POST = defineFormVerb({
  name: 'removePaper',
  limit: 'api',
  input: paperInput,
  run: removePaper,
});
