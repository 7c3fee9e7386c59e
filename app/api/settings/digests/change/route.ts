import { backToSettings, sentFields } from '@/lib/digests/form';
import { DIGEST_SETTINGS_PATH } from '@/lib/digests/paths';
import { ownInput, subscriptionInput } from '@/lib/digests/schema';
import { changeSubscription } from '@/lib/digests/service';
import { seeOther } from '@/lib/web/response';
import { defineForm } from '@/lib/web/route';

export const POST = defineForm({
  name: 'changeSubscription',
  limit: 'follow',
  run: async (context, fields) => {
    const sent = sentFields(fields);
    const [own, wanted] = [ownInput.safeParse(sent), subscriptionInput.safeParse(sent)];
    if (!own.success || !wanted.success) return backToSettings(sent, 'invalid');
    const result = await changeSubscription(context, { ...wanted.data, id: own.data.id });
    return result.ok
      ? seeOther(`${DIGEST_SETTINGS_PATH}?done=changed`)
      : backToSettings(sent, result.reason);
  },
});
