import { confirmPagePath } from '@/lib/digests/paths';
import { confirmSubscription } from '@/lib/digests/service';
import { seeOther } from '@/lib/web/response';
import { defineForm } from '@/lib/web/route';

/** By the button of the page that a mailed link opens. */
export const POST = defineForm({
  name: 'confirmSubscription',
  limit: 'api',
  run: async (_context, fields) => {
    const token = fields.get('token')?.slice(0, 200) ?? '';
    const result = await confirmSubscription(token);
    return seeOther(`${confirmPagePath(token)}&${result.ok ? 'done' : 'error'}=1`);
  },
});
