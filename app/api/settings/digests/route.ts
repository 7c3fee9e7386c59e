import { backToSettings, sentFields } from '@/lib/digests/form';
import { DIGEST_SETTINGS_PATH } from '@/lib/digests/paths';
import { subscriptionInput } from '@/lib/digests/schema';
import { addSubscription } from '@/lib/digests/service';
import { seeOther } from '@/lib/web/response';
import { defineForm } from '@/lib/web/route';

export const POST = defineForm({
  name: 'addSubscription',
  limit: 'follow',
  run: async (context, fields) => {
    const sent = sentFields(fields);
    const parsed = subscriptionInput.safeParse(sent);
    if (!parsed.success) return backToSettings(sent, 'invalid');
    const result = await addSubscription(context, parsed.data);
    return result.ok
      ? seeOther(`${DIGEST_SETTINGS_PATH}?done=added`)
      : backToSettings(sent, result.reason);
  },
});
