import { named, verb } from '@/lib/web/verb';
import { followIntent } from './intent';
import { followFields, followInput } from './schema';
import { setFollow } from './service';

export const verbs = named('follows', {
  setFollow: verb({
    who: 'member',
    limit: 'follow',
    input: followInput,
    fields: followFields,
    run: setFollow,
    // The button itself shows the new state.
    done: (_output, _input, from) => from,
    returnsToPage: true,
    intent: followIntent,
  }),
});
