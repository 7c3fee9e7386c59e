import { runJobInput } from '@/lib/operations/schema';
import { runJob } from '@/lib/operations/service';
import { defineFormVerb } from '@/lib/web/form-verb';

export const POST = defineFormVerb({
  name: 'runJob',
  limit: 'api',
  input: runJobInput,
  run: runJob,
});
