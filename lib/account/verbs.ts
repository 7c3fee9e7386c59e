import { refuse } from '@/lib/base/errors';
import { mailMode } from '@/lib/mail/mode';
import { ACCOUNT_PAGE } from '@/lib/sign-in/connect';
import { forgottenCookies, sessionCookie } from '@/lib/web/cookies';
import { cookiesOf } from '@/lib/web/request-headers';
import { typedText } from '@/lib/web/typed-text';
import { named, verb } from '@/lib/web/verb';
import { signedInLately } from '@/lib/web/viewer';
import {
  emailInput,
  endSessionsInput,
  leavingInput,
  nothingInput,
  providerInput,
  sessionInput,
  tokenInput,
} from './schema';
import * as service from './service';

const SESSIONS = '/settings/sessions';
const CONFIRM = '/settings/email/confirm';
const DELETE = '/settings/delete';

const to = (page: string) => (_fields: URLSearchParams, query: Record<string, string>) =>
  Object.keys(query).length ? `${page}?${new URLSearchParams(query)}` : page;

export const verbs = named('account', {
  requestEmailChange: verb({
    who: 'accountOwner',
    limit: 'api',
    input: emailInput,
    run: async (context, input) => {
      const headers = context.headers ?? new Headers();
      if (mailMode(headers).mode === 'off') return refuse('unavailable');
      // A stranger at an unattended browser must not be able to delete the account.
      if (!(await signedInLately(headers))) return refuse('sign_in_again');
      return service.requestEmailChange(context, input);
    },
    done: () => `${ACCOUNT_PAGE}?done=requestEmailChange`,
    back: (fields, query) => {
      const email = typedText(fields, 'email', 260);
      return to(ACCOUNT_PAGE)(fields, query.error ? { ...query, email } : query);
    },
  }),
  cancelEmailChange: verb({
    who: 'accountOwner',
    limit: 'api',
    input: nothingInput,
    run: service.cancelEmailChange,
    done: () => `${ACCOUNT_PAGE}?done=cancelEmailChange`,
    back: to(ACCOUNT_PAGE),
  }),
  // For anyone with the mailed link.
  confirmEmailChange: verb({
    who: 'anyone',
    limit: 'api',
    input: tokenInput,
    run: async (context, input) => {
      const done = await service.confirmEmailChange(context, input);
      const own = done.ok && done.data.userId === context.viewer?.id;
      return done.ok ? { ...done, data: { ...done.data, own } } : done;
    },
    done: ({ own }) => ({
      path: `${CONFIRM}?done=confirmEmailChange`,
      cookies: own ? forgottenCookies() : [],
    }),
    back: to(CONFIRM),
  }),
  endSession: verb({
    who: 'signedIn',
    limit: 'api',
    input: sessionInput,
    run: service.endSession,
    done: () => `${SESSIONS}?done=endSession`,
    back: to(SESSIONS),
  }),
  endSessions: verb({
    who: 'signedIn',
    limit: 'api',
    input: endSessionsInput,
    run: (context, { which, tokens }) => {
      const own = cookiesOf(context.headers ?? new Headers())[sessionCookie()] ?? '';
      return service.endSessions(context, {
        but: which === 'others' ? own : null,
        tokensToo: tokens !== undefined,
      });
    },
    done: (_, { which, tokens }) =>
      which === 'others'
        ? `${SESSIONS}?done=${tokens ? 'endSessionsAndTokens' : 'endSessions'}`
        : { path: '/sign-in', cookies: forgottenCookies() },
    back: to(SESSIONS),
  }),
  disconnectAccount: verb({
    who: 'accountOwner',
    limit: 'api',
    input: providerInput,
    run: service.disconnectAccount,
    done: () => `${ACCOUNT_PAGE}?done=disconnectAccount`,
    back: to(ACCOUNT_PAGE),
  }),
  deleteAccount: verb({
    who: 'signedIn',
    limit: 'api',
    input: leavingInput,
    run: service.deleteAccount,
    done: () => ({ path: `${DELETE}?done=deleteAccount`, cookies: forgottenCookies() }),
    back: (fields, query) => {
      const comments = fields.get('comments') === 'erase' ? 'erase' : 'keep';
      return to(DELETE)(fields, { ...query, comments });
    },
  }),
  exportOwnData: verb({
    who: 'signedIn',
    limit: 'export',
    input: nothingInput,
    run: service.exportOwnData,
  }),
});
