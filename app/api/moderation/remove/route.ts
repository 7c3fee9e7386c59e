import { paperInput } from '@/lib/moderation/schema';
import { removePaper } from '@/lib/moderation/service';
import { defineFormVerb } from '@/lib/web/form-verb';

export const POST = defineFormVerb({
  name: 'removePaper',
  limit: 'api',
  input: paperInput,
  run: removePaper,
});
