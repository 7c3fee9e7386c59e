import { revalidateTag } from 'next/cache';
import { commentsTag, FEEDS, paperTag } from '@/lib/base/tags';
import { paperPath } from '@/lib/papers/paths';
import { PICTURE_DEADLINE } from '@/lib/pictures/schema';
import { submitPath } from '@/lib/submissions/paths';
import { sendInput } from '@/lib/submissions/schema';
import { sendDraft } from '@/lib/submissions/service';
import { seeOther } from '@/lib/web/response';
import { withReturn } from '@/lib/web/return-path';
import { defineForm } from '@/lib/web/route';

export const POST = defineForm({
  name: 'sendDraft',
  limit: 'lookup',
  deadline: PICTURE_DEADLINE,
  run: async (context, fields, files) => {
    const input = sendInput.safeParse({
      ...Object.fromEntries(fields),
      picture: files.get('picture'),
    });
    if (!input.success) return seeOther(submitPath({ error: 'invalid' }));
    const draft = String(input.data.id);
    const result = await sendDraft(context, input.data);
    if (!result.ok) {
      const { reason, retryAfter, fields: problems } = result;
      if (reason === 'signed_out') return seeOther(withReturn('/sign-in', submitPath({ draft })));
      if (reason === 'not_found') return seeOther(submitPath({ error: 'not_found' }));
      const wait = retryAfter === undefined ? undefined : String(retryAfter);
      return seeOther(submitPath({ draft, error: reason, wait, picture: problems?.picture }));
    }
    if (result.data.state === 'pending') return seeOther(submitPath({ draft }));
    const { paperId, slug } = result.data;
    // Here at once; the other instances learn of it by the service's notice.
    for (const tag of [FEEDS, paperTag(paperId), commentsTag(paperId)]) {
      revalidateTag(tag, { expire: 0 });
    }
    return seeOther(paperPath(slug));
  },
});
