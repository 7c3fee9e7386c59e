import { banInput } from '@/lib/moderation/schema';
import { banReader } from '@/lib/moderation/service';
import { defineFormVerb } from '@/lib/web/form-verb';

export const POST = defineFormVerb({
  name: 'banReader',
  limit: 'api',
  input: banInput,
  run: banReader,
});
