import { paperInput } from '@/lib/moderation/schema';
import { lockDiscussion } from '@/lib/moderation/service';
import { defineFormVerb } from '@/lib/web/form-verb';

export const POST = defineFormVerb({
  name: 'lockDiscussion',
  limit: 'api',
  input: paperInput,
  run: lockDiscussion,
});
