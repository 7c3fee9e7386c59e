import { ok } from '@/lib/errors';
import { defineFormVerb } from '@/lib/http/form-verb';
import { settingsInput } from '@/lib/notifications/schema';
import { setNotificationSettings } from '@/lib/notifications/service';

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
