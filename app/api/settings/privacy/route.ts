import { revalidateTag } from 'next/cache';
import { setVotesPrivate } from '@/lib/people/service';
import { seeOther, textAnswer } from '@/lib/web/response';
import { withReturn } from '@/lib/web/return-path';
import { defineForm } from '@/lib/web/route';

export const POST = defineForm({
  name: 'setVotesPrivate',
  limit: 'api',
  run: async (context, fields) => {
    const votesPrivate = fields.get('votesPrivate') === 'on';
    const result = await setVotesPrivate(context, { votesPrivate });
    if (result.ok) {
      // Here at once; the other instances learn of it by the service's notice.
      for (const tag of result.data.tags) revalidateTag(tag, { expire: 0 });
      return seeOther('/settings?done=privacy');
    }
    if (result.reason === 'signed_out') return seeOther(withReturn('/sign-in', '/settings'));
    if (result.reason === 'needs_handle') return seeOther(withReturn('/welcome', '/settings'));
    return textAnswer(result);
  },
});
