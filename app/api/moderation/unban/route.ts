import { readerInput } from '@/lib/moderation/schema';
import { unbanReader } from '@/lib/moderation/service';
import { defineFormVerb } from '@/lib/web/form-verb';

export const POST = defineFormVerb({
  name: 'unbanReader',
  limit: 'api',
  input: readerInput,
  run: unbanReader,
});
