import { paperInput } from '@/lib/moderation/schema';
import { unlockDiscussion } from '@/lib/moderation/service';
import { defineFormVerb } from '@/lib/web/form-verb';

export const POST = defineFormVerb({
  name: 'unlockDiscussion',
  limit: 'api',
  input: paperInput,
  run: unlockDiscussion,
});
