import { defineFormVerb } from '@/lib/http/form-verb';
import { refuseInput } from '@/lib/reviews/schema';
import { refuseSubmission } from '@/lib/reviews/service';

export const POST = defineFormVerb({
  name: 'refuseSubmission',
  limit: 'api',
  input: refuseInput,
  run: refuseSubmission,
});
