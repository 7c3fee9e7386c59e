import { paperPath } from '@/lib/papers/paths';
import { submitPath } from '@/lib/submissions/paths';
import { lookUpInput } from '@/lib/submissions/schema';
import { openDraft } from '@/lib/submissions/service';
import { seeOther } from '@/lib/web/response';
import { withReturn } from '@/lib/web/return-path';
import { defineForm } from '@/lib/web/route';

export const POST = defineForm({
  name: 'openDraft',
  limit: 'lookup',
  deadline: 16_000,
  run: async (context, fields) => {
    const text = fields.get('text') ?? '';
    const input = lookUpInput.safeParse({ text });
    if (!input.success) return seeOther(submitPath({ text, error: 'not_recognized' }));
    const result = await openDraft(context, input.data);
    if (result.ok) {
      const { data } = result;
      return seeOther(
        data.state === 'here' ? paperPath(data.slug) : submitPath({ draft: String(data.id) }),
      );
    }
    if (result.reason === 'signed_out')
      return seeOther(withReturn('/sign-in', submitPath({ text })));
    if (result.reason === 'needs_handle')
      return seeOther(withReturn('/welcome', submitPath({ text })));
    return seeOther(submitPath({ text, error: result.reason }));
  },
});
