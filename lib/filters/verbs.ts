import { named, verb } from '@/lib/web/verb';
import { filterInput } from './schema';
import { setFilter } from './service';

export const verbs = named('filters', {
  setFilter: verb({ who: 'member', limit: 'api', input: filterInput, run: setFilter }),
});
