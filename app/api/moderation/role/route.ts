import { roleInput } from '@/lib/moderation/schema';
import { setReaderRole } from '@/lib/moderation/service';
import { defineFormVerb } from '@/lib/web/form-verb';

export const POST = defineFormVerb({
  name: 'setReaderRole',
  limit: 'api',
  input: roleInput,
  run: setReaderRole,
});
