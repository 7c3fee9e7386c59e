import { seeOther } from '@/lib/http/answer';
import { defineForm } from '@/lib/http/route';
import { submitPath } from '@/lib/submissions/paths';
import { draftInput } from '@/lib/submissions/schema';
import { dropSubmission } from '@/lib/submissions/service';

export const POST = defineForm({
  name: 'dropSubmission',
  limit: 'lookup',
  run: async (context, fields) => {
    const input = draftInput.safeParse(Object.fromEntries(fields));
    // Twice is as once: what is gone already needs no word.
    if (input.success) await dropSubmission(context, input.data);
    return seeOther(submitPath());
  },
});
