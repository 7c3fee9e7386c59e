import { ok } from '@/lib/base/errors';
import { settingsInput } from '@/lib/notifications/schema';
import { setNotificationSettings } from '@/lib/notifications/service';
import { defineFormVerb } from '@/lib/web/form-verb';

export const POST = defineFormVerb({
  name: 'setNotificationSettings',
  limit: 'api',
  input: settingsInput,
  lists: ['on'],
  run: async (context, input) => {
    const result = await setNotificationSettings(context, input);
    return result.ok ? ok({ tags: [] }) : result;
  },
});
