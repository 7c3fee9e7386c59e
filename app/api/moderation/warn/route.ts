import { readerInput } from '@/lib/moderation/schema';
import { warnReader } from '@/lib/moderation/service';
import { defineFormVerb } from '@/lib/web/form-verb';

export const POST = defineFormVerb({
  name: 'warnReader',
  limit: 'api',
  input: readerInput,
  run: warnReader,
});
