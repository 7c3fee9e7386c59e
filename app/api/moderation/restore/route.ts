import { paperInput } from '@/lib/moderation/schema';
import { restorePaper } from '@/lib/moderation/service';
import { defineFormVerb } from '@/lib/web/form-verb';

export const POST = defineFormVerb({
  name: 'restorePaper',
  limit: 'api',
  input: paperInput,
  run: restorePaper,
});
