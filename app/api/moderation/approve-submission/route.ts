import { approveInput } from '@/lib/reviews/schema';
import { approveSubmission } from '@/lib/reviews/service';
import { defineFormVerb } from '@/lib/web/form-verb';

export const POST = defineFormVerb({
  name: 'approveSubmission',
  limit: 'api',
  input: approveInput,
  run: approveSubmission,
});
