import { readerInput } from '@/lib/moderation/schema';
import { unlimitReader } from '@/lib/moderation/service';
import { defineFormVerb } from '@/lib/web/form-verb';

export const POST = defineFormVerb({
  name: 'unlimitReader',
  limit: 'api',
  input: readerInput,
  run: unlimitReader,
});
