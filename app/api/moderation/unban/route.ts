import { defineFormVerb } from '@/lib/http/form-verb';
import { readerInput } from '@/lib/moderation/schema';
import { unbanReader } from '@/lib/moderation/service';

export const POST = defineFormVerb({
  name: 'unbanReader',
  limit: 'api',
  input: readerInput,
  run: unbanReader,
});
