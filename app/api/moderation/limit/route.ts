import { limitInput } from '@/lib/moderation/schema';
import { limitReader } from '@/lib/moderation/service';
import { defineFormVerb } from '@/lib/web/form-verb';

export const POST = defineFormVerb({
  name: 'limitReader',
  limit: 'api',
  input: limitInput,
  run: limitReader,
});
