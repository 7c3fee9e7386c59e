import { casePath } from '@/lib/appeals/paths';
import { ANSWER_LIMITS, answerInput } from '@/lib/appeals/schema';
import { answerAct } from '@/lib/appeals/service';
import { seeOther } from '@/lib/web/response';
import { withReturn } from '@/lib/web/return-path';
import { defineForm } from '@/lib/web/route';

/** The form of /moderation/case; whatever happens, what was typed is there again. */
export const POST = defineForm({
  name: 'answerAct',
  limit: 'api',
  run: async (context, fields) => {
    const words = (fields.get('words') ?? '').slice(0, ANSWER_LIMITS.max);
    const page = (more: Record<string, string>) =>
      `${casePath(Number(fields.get('entry')) || 0)}&${new URLSearchParams(more)}`;
    const parsed = answerInput.safeParse(Object.fromEntries(fields));
    if (!parsed.success) return seeOther(page({ error: 'invalid', words }));
    const result = await answerAct(context, parsed.data);
    if (result.ok) return seeOther(page({ done: '1' }));
    if (result.reason === 'signed_out') return seeOther(withReturn('/sign-in', page({ words })));
    return seeOther(page({ error: result.reason, words }));
  },
});
