import { z } from 'zod';
import { refuse } from '@/lib/base/errors';
import { mailMode } from '@/lib/mail/mode';
import { fromForm } from '@/lib/web/form-again';
import { typedText } from '@/lib/web/typed-text';
import { named, verb } from '@/lib/web/verb';
import { confirmPagePath, DIGEST_SETTINGS_PATH, SUBSCRIBE_PATH } from './paths';
import { addressInput, confirmInput, ownInput, subscriptionInput } from './schema';
import * as service from './service';

const ASKED = ['email', 'cadence', 'hour', 'timeZone', 'topics'];
const OWN = ['id', 'cadence', 'hour', 'timeZone', 'about', 'topics', 'search'];
const changeInput = z.intersection(ownInput, subscriptionInput);

/** Redirects to a form with its typed values, if something is wrong with them. */
const back =
  (page: string, names: string[]) => (fields: URLSearchParams, query: Record<string, string>) => {
    if (!query.error) return page;
    const typed = names.flatMap((name) => {
      const value = fields.get(name)?.slice(0, 700);
      return value ? [[name, value]] : [];
    });
    return `${page}?${new URLSearchParams({ ...Object.fromEntries(typed), ...query })}`;
  };

export const verbs = named('digests', {
  // Limited by network, like sign-in.
  subscribeAddress: verb({
    who: 'anyone',
    limit: 'sign_in',
    input: addressInput,
    run: async (context, input) =>
      mailMode(context.headers ?? new Headers()).mode === 'off'
        ? refuse('unavailable')
        : service.subscribeAddress(context, input),
    done: () => `${SUBSCRIBE_PATH}?done=1`,
    back: back(SUBSCRIBE_PATH, ASKED),
  }),
  // The token decides which subscription is confirmed.
  confirmSubscription: verb({
    who: 'anyone',
    limit: 'api',
    input: confirmInput,
    run: (_, { token }) => service.confirmSubscription(token),
    done: (_, { token }) => `${confirmPagePath(token)}&done=1`,
    back: (fields) => `${confirmPagePath(typedText(fields, 'token', 200))}&error=1`,
  }),
  addSubscription: verb({
    who: 'member',
    limit: 'follow',
    input: subscriptionInput,
    fields: fromForm(subscriptionInput),
    run: service.addSubscription,
    done: () => `${DIGEST_SETTINGS_PATH}?done=added`,
    back: back(DIGEST_SETTINGS_PATH, OWN),
  }),
  changeSubscription: verb({
    who: 'owner',
    limit: 'follow',
    input: changeInput,
    fields: fromForm(changeInput),
    run: service.changeSubscription,
    done: () => `${DIGEST_SETTINGS_PATH}?done=changed`,
    back: back(DIGEST_SETTINGS_PATH, OWN),
  }),
  removeSubscription: verb({
    who: 'ownerAlways',
    limit: 'follow',
    input: ownInput,
    run: service.removeSubscription,
    done: 'Ended: no more of these mails.',
  }),
});
