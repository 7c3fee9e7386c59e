import { defineFormVerb } from '@/lib/http/form-verb';
import { paperInput } from '@/lib/moderation/schema';
import { unlockDiscussion } from '@/lib/moderation/service';

export const POST = defineFormVerb({
  name: 'unlockDiscussion',
  limit: 'api',
  input: paperInput,
  run: unlockDiscussion,
});
