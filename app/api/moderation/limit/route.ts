import { defineFormVerb } from '@/lib/http/form-verb';
import { limitInput } from '@/lib/moderation/schema';
import { limitReader } from '@/lib/moderation/service';

export const POST = defineFormVerb({
  name: 'limitReader',
  limit: 'api',
  input: limitInput,
  run: limitReader,
});
