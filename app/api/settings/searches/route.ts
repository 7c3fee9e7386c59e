import { SAVED_SEARCHES_PATH, savePath } from '@/lib/searches/paths';
import { saveInput } from '@/lib/searches/schema';
import { saveSearch } from '@/lib/searches/service';
import { seeOther } from '@/lib/web/response';
import { withReturn } from '@/lib/web/return-path';
import { defineForm } from '@/lib/web/route';

/** The form beside results; a name that is taken is asked for again where the list is. */
export const POST = defineForm({
  name: 'saveSearch',
  limit: 'follow',
  run: async (context, fields) => {
    const sent = {
      name: (fields.get('name') ?? '').slice(0, 100),
      query: (fields.get('query') ?? '').slice(0, 2_500),
    };
    const back = (error: string) => seeOther(savePath({ ...sent, error }));
    const parsed = saveInput.safeParse(sent);
    if (!parsed.success) return back('invalid');
    const result = await saveSearch(context, parsed.data);
    if (result.ok) return seeOther(`${SAVED_SEARCHES_PATH}?done=saved`);
    if (result.reason === 'signed_out') return seeOther(withReturn('/sign-in', savePath(sent)));
    if (result.reason === 'needs_handle') return seeOther(withReturn('/welcome', savePath(sent)));
    return back(result.reason);
  },
});
