import { defineFormVerb } from '@/lib/http/form-verb';
import { approveInput } from '@/lib/reviews/schema';
import { approveSubmission } from '@/lib/reviews/service';

export const POST = defineFormVerb({
  name: 'approveSubmission',
  limit: 'api',
  input: approveInput,
  run: approveSubmission,
});
