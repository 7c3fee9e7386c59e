import { defineFormVerb } from '@/lib/http/form-verb';
import { readerInput } from '@/lib/moderation/schema';
import { warnReader } from '@/lib/moderation/service';

export const POST = defineFormVerb({
  name: 'warnReader',
  limit: 'api',
  input: readerInput,
  run: warnReader,
});
