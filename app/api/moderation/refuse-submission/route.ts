import { refuseInput } from '@/lib/reviews/schema';
import { refuseSubmission } from '@/lib/reviews/service';
import { defineFormVerb } from '@/lib/web/form-verb';

export const POST = defineFormVerb({
  name: 'refuseSubmission',
  limit: 'api',
  input: refuseInput,
  run: refuseSubmission,
});
