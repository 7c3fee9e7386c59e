import { defineFormVerb } from '@/lib/http/form-verb';
import { paperInput } from '@/lib/moderation/schema';
import { restorePaper } from '@/lib/moderation/service';

export const POST = defineFormVerb({
  name: 'restorePaper',
  limit: 'api',
  input: paperInput,
  run: restorePaper,
});
