import { defineFormVerb } from '@/lib/http/form-verb';
import { mergeInput } from '@/lib/moderation/schema';
import { mergePapers } from '@/lib/moderation/service';

export const POST = defineFormVerb({
  name: 'mergePapers',
  limit: 'api',
  input: mergeInput,
  run: mergePapers,
});
