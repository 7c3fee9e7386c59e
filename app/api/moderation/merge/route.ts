import { mergeInput } from '@/lib/moderation/schema';
import { mergePapers } from '@/lib/moderation/service';
import { defineFormVerb } from '@/lib/web/form-verb';

export const POST = defineFormVerb({
  name: 'mergePapers',
  limit: 'api',
  input: mergeInput,
  run: mergePapers,
});
