import { PICTURE_DEADLINE } from '@/lib/pictures/schema';
import { returnPath, withReturn } from '@/lib/web/return-path';
import { typedText } from '@/lib/web/typed-text';
import { named, verb } from '@/lib/web/verb';
import { avatarInput, handleInput, privacyFields, privacyInput, profileInput } from './schema';
import * as service from './service';

/** Maximum characters of each field in an address: more than a valid profile has. */
const KEPT = { name: 120, bio: 700, links: 1100, orcid: 60 };

const typed = (fields: URLSearchParams): Record<string, string> =>
  Object.fromEntries(
    Object.entries(KEPT).map(([name, most]) => [name, typedText(fields, name, most)]),
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
      // With `conflict` the viewer already has a handle, so there is nothing to choose.
      if (!error || error === 'conflict') return returnPath(from);
      // Addresses carry no error messages; the page derives them from the handle.
      const handle = typedText(fields, 'handle', 40);
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
  saveAvatar: verb({
    who: 'member',
    limit: 'api',
    deadline: PICTURE_DEADLINE,
    input: avatarInput,
    files: ['picture'],
    run: service.saveAvatar,
    done: () => '/settings/profile?done=saveAvatar',
    back: (_, query) => `/settings/profile?${new URLSearchParams({ ...query, about: 'avatar' })}`,
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
