import { named, verb } from '@/lib/web/verb';
import { markReadInput, settingsInput, watchInput } from './schema';
import * as service from './service';

export const verbs = named('notifications', {
  markRead: verb({
    who: 'signedIn',
    limit: 'api',
    input: markReadInput,
    run: service.markRead,
    done: 'Marked as read.',
  }),
  setNotificationSettings: verb({
    who: 'member',
    limit: 'api',
    input: settingsInput,
    lists: ['on'],
    run: service.setNotificationSettings,
    done: 'Saved.',
  }),
  setWatch: verb({
    who: 'member',
    limit: 'follow',
    input: watchInput,
    run: service.setWatch,
    done: 'Saved.',
  }),
});
