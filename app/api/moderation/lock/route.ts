import { defineFormVerb } from '@/lib/http/form-verb';
import { paperInput } from '@/lib/moderation/schema';
import { lockDiscussion } from '@/lib/moderation/service';

export const POST = defineFormVerb({
  name: 'lockDiscussion',
  limit: 'api',
  input: paperInput,
  run: lockDiscussion,
});
