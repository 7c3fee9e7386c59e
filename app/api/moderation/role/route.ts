import { defineFormVerb } from '@/lib/http/form-verb';
import { roleInput } from '@/lib/moderation/schema';
import { setReaderRole } from '@/lib/moderation/service';

export const POST = defineFormVerb({
  name: 'setReaderRole',
  limit: 'api',
  input: roleInput,
  run: setReaderRole,
});
