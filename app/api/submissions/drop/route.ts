import { submitPath } from '@/lib/submissions/paths';
import { draftInput } from '@/lib/submissions/schema';
import { dropSubmission } from '@/lib/submissions/service';
import { seeOther } from '@/lib/web/response';
import { defineForm } from '@/lib/web/route';

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
