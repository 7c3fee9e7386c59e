import { withReturn } from '@/lib/auth/return-path';
import { seeOther } from '@/lib/http/answer';
import { defineForm } from '@/lib/http/route';
import { parseArxivId } from '@/lib/papers/identifiers';
import { paperPath } from '@/lib/papers/paths';
import { submitPath } from '@/lib/submissions/paths';
import { lookUpInput } from '@/lib/submissions/schema';
import { lookUpPaper } from '@/lib/submissions/service';

const pasted = (fields: URLSearchParams): string => fields.get('text') ?? '';

export const POST = defineForm({
  name: 'lookUpPaper',
  limit: 'lookup',
  deadline: 16_000,
  run: async (context, fields) => {
    const text = pasted(fields);
    const back = (error: string) => seeOther(submitPath({ text, error }));
    const input = lookUpInput.safeParse({ text });
    if (!input.success) return back('invalid');
    const result = await lookUpPaper(context, input.data);
    if (result.ok) {
      const { state, slug } = result.data;
      return seeOther(state === 'here' ? paperPath(slug) : submitPath({ paper: slug }));
    }
    if (result.reason === 'signed_out')
      return seeOther(withReturn('/sign-in', submitPath({ text })));
    if (result.reason === 'needs_handle')
      return seeOther(withReturn('/welcome', submitPath({ text })));
    if (result.reason === 'source_unavailable') {
      return seeOther(submitPath({ wait: parseArxivId(text)?.id }));
    }
    return back(result.reason);
  },
});
