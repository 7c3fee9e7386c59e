import { REASONS } from '@/lib/base/errors';
import { followFields } from '@/lib/follows/schema';
import { setFollow } from '@/lib/follows/service';
import { seeOther, textAnswer } from '@/lib/web/response';
import { returnPath, withReturn } from '@/lib/web/return-path';
import { defineForm } from '@/lib/web/route';

/** What follow buttons do without scripts. */
export const POST = defineForm({
  name: 'setFollow',
  limit: 'follow',
  run: async (context, fields) => {
    const from = returnPath(fields.get('from'));
    const input = followFields.safeParse(Object.fromEntries(fields));
    if (!input.success) {
      return textAnswer({ ok: false, reason: 'invalid', message: REASONS.invalid.words });
    }
    const result = await setFollow(context, input.data);
    if (result.ok) return seeOther(from);
    if (result.reason === 'signed_out') return seeOther(withReturn('/sign-in', from));
    if (result.reason === 'needs_handle') return seeOther(withReturn('/welcome', from));
    return textAnswer(result);
  },
});
