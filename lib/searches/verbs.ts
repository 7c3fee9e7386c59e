import { typedText } from '@/lib/web/typed-text';
import { named, verb } from '@/lib/web/verb';
import { SAVED_SEARCHES_PATH, savePath } from './paths';
import { changeInput, ownSearchInput, saveInput } from './schema';
import * as service from './service';

export const verbs = named('searches', {
  saveSearch: verb({
    who: 'member',
    limit: 'follow',
    input: saveInput,
    run: service.saveSearch,
    done: () => `${SAVED_SEARCHES_PATH}?done=saved`,
    // After a name conflict, the form is on the page of the list.
    back: (fields, { error }) =>
      savePath({
        name: typedText(fields, 'name', 100),
        query: typedText(fields, 'query', 2_500),
        error,
      }),
  }),
  changeSearch: verb({
    who: 'owner',
    limit: 'follow',
    input: changeInput,
    run: service.changeSearch,
    done: 'Saved.',
  }),
  deleteSearch: verb({
    who: 'owner',
    limit: 'follow',
    input: ownSearchInput,
    run: service.deleteSearch,
    done: 'Forgotten.',
  }),
});
