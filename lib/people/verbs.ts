import { returnPath, withReturn } from '@/lib/web/return-path';
import { named, verb } from '@/lib/web/verb';
import { handleInput, privacyFields, privacyInput, profileInput } from './schema';
import * as service from './service';

/** Characters that travel back in an address: more than a valid profile has, and bounded. */
const KEPT = { name: 120, bio: 700, links: 1100, orcid: 60 };

const typed = (fields: URLSearchParams): Record<string, string> =>
  Object.fromEntries(
    Object.entries(KEPT).map(([name, most]) => [name, (fields.get(name) ?? '').slice(0, most)]),
  );

export const verbs = named('people', {
  pickHandle: verb({
    who: 'newcomer',
    limit: 'api',
    input: handleInput,
    run: service.pickHandle,
    done: (_output, _input, from) => from,
    completesSignIn: true,
    back: (fields, { error }) => {
      const from = fields.get('from');
      // With a handle already there is nothing to pick.
      if (!error || error === 'conflict') return returnPath(from);
      // The page finds its own words for what is wrong with a handle: none travel in an address.
      const handle = (fields.get('handle') ?? '').slice(0, 40);
      return withReturn('/welcome', from, { error, handle });
    },
  }),
  saveProfile: verb({
    who: 'member',
    limit: 'api',
    input: profileInput,
    run: service.saveProfile,
    done: () => '/settings/profile?done=saveProfile',
    back: (fields, query) =>
      query.error
        ? `/settings/profile?${new URLSearchParams({ ...query, ...typed(fields) })}`
        : '/settings/profile',
  }),
  setVotesPrivate: verb({
    who: 'member',
    limit: 'api',
    input: privacyInput,
    fields: privacyFields,
    run: service.setVotesPrivate,
    done: () => '/settings?done=privacy',
    back: (_, query) => (query.error ? `/settings?${new URLSearchParams(query)}` : '/settings'),
  }),
});
