import { defineFormVerb } from '@/lib/http/form-verb';
import { banInput } from '@/lib/moderation/schema';
import { banReader } from '@/lib/moderation/service';

export const POST = defineFormVerb({
  name: 'banReader',
  limit: 'api',
  input: banInput,
  run: banReader,
});
