import { defineFormVerb } from '@/lib/http/form-verb';
import { readerInput } from '@/lib/moderation/schema';
import { unlimitReader } from '@/lib/moderation/service';

export const POST = defineFormVerb({
  name: 'unlimitReader',
  limit: 'api',
  input: readerInput,
  run: unlimitReader,
});
