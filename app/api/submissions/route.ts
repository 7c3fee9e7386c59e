import { revalidateTag } from 'next/cache';
import { withReturn } from '@/lib/auth/return-path';
import { seeOther } from '@/lib/http/answer';
import { defineForm } from '@/lib/http/route';
import { FEEDS, paperTag } from '@/lib/http/tags';
import { paperPath } from '@/lib/papers/paths';
import { submitPath } from '@/lib/submissions/paths';
import { submitInput } from '@/lib/submissions/schema';
import { submitPaper } from '@/lib/submissions/service';

const wanted = (fields: URLSearchParams): string => fields.get('arxivId') ?? '';

export const POST = defineForm({
  name: 'submitPaper',
  limit: 'submission',
  deadline: 16_000,
  run: async (context, fields) => {
    const text = wanted(fields);
    const back = (error: string) => seeOther(submitPath({ text, error }));
    const input = submitInput.safeParse({ arxivId: text });
    if (!input.success) return back('invalid');
    const result = await submitPaper(context, input.data);
    if (!result.ok) {
      if (result.reason === 'signed_out')
        return seeOther(withReturn('/sign-in', submitPath({ text })));
      if (result.reason === 'needs_handle')
        return seeOther(withReturn('/welcome', submitPath({ text })));
      return back(result.reason);
    }
    if (result.data.state === 'pending') return seeOther(submitPath({ kept: result.data.arxivId }));
    // Here at once; the other instances learn of it by the service's notice.
    for (const tag of [FEEDS, paperTag(result.data.paperId)]) revalidateTag(tag, { expire: 0 });
    return seeOther(paperPath(result.data.slug));
  },
});
