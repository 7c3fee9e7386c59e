import { defineFormVerb } from '@/lib/http/form-verb';
import { runJobInput } from '@/lib/operations/schema';
import { runJob } from '@/lib/operations/service';

export const POST = defineFormVerb({
  name: 'runJob',
  limit: 'api',
  input: runJobInput,
  run: runJob,
});
