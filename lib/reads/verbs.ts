import { named, verb } from '@/lib/web/verb';
import { readInput } from './schema';
import { setRead } from './service';

export const verbs = named('reads', {
  setRead: verb({ who: 'member', limit: 'api', input: readInput, run: setRead }),
});
