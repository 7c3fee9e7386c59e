import { refuse } from '@/lib/base/errors';
import { ACCOUNT_PAGE } from '@/lib/sign-in/connect';
import { forgetChallenge, readJsonField, verifyNewPasskey } from '@/lib/sign-in/passkeys';
import { named, verb } from '@/lib/web/verb';
import { signedInLately } from '@/lib/web/viewer';
import { addInput, removeInput, renameInput } from './schema';
import * as service from './service';

const back = (_fields: URLSearchParams, query: Record<string, string>) =>
  Object.keys(query).length ? `${ACCOUNT_PAGE}?${new URLSearchParams(query)}` : ACCOUNT_PAGE;

export const verbs = named('passkeys', {
  addPasskey: verb({
    who: 'accountOwner',
    limit: 'api',
    input: addInput,
    run: async (context, { name, response }) => {
      const headers = context.headers ?? new Headers();
      if (!context.viewer) return refuse('signed_out');
      // A stranger at an unattended browser must not be able to come back later.
      if (!(await signedInLately(headers))) return refuse('sign_in_again');
      const passkey = await verifyNewPasskey(headers, context.viewer, readJsonField(response));
      return passkey ? service.addPasskey(context, { ...passkey, name }) : refuse('invalid');
    },
    done: () => ({ path: `${ACCOUNT_PAGE}?done=addPasskey`, cookies: [forgetChallenge()] }),
    back,
  }),
  renamePasskey: verb({
    who: 'accountOwner',
    limit: 'api',
    input: renameInput,
    run: service.renamePasskey,
    done: () => `${ACCOUNT_PAGE}?done=renamePasskey`,
    back,
  }),
  removePasskey: verb({
    who: 'accountOwner',
    limit: 'api',
    input: removeInput,
    run: service.removePasskey,
    done: () => `${ACCOUNT_PAGE}?done=removePasskey`,
    back,
  }),
});
