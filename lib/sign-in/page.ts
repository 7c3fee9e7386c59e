import { headers } from 'next/headers';
import { getHolderByEmail, hasVerificationToken } from '@/db/queries/accounts';
import { parseEmail } from '@/lib/base/email-address';
import { entryOf } from '@/lib/base/entry-of';
import { hasLocalMailbox, type MailMode, mailMode } from '@/lib/mail/mode';
import { listLocalMails } from '@/lib/mail/service';
import { freeHandles } from '@/lib/people/suggestions';
import { withDeadline } from '@/lib/web/deadline';
import { readIntent } from '@/lib/web/intent';
import { isThisMachine, refererPath } from '@/lib/web/request-headers';
import { returnPath } from '@/lib/web/return-path';
import { linkTokenHash } from './options';
import { listProviders } from './providers';

type Params = Record<string, string | string[] | undefined>;

/** Returns the first value of a query parameter. */
export const param = (params: Params, name: string): string => [params[name] ?? ''].flat()[0] ?? '';

/** Returns the data of the sign-in page, apart from the viewer. */
export async function signInPage(params: Params): Promise<{
  from: string;
  /** What was pressed before, which is done after signing in. */
  intent: { act: string; what: string } | null;
  mail: MailMode;
  providers: { id: string; name: string }[];
  error: string | null;
  /** Who is signed in signs in once more. */
  again: boolean;
}> {
  const sent = await headers();
  const error = param(params, 'error');
  const from = returnPath(param(params, 'from') || refererPath(sent));
  return {
    from,
    intent: readIntent(sent, from),
    mail: mailMode(sent),
    providers: listProviders(),
    error: error ? (entryOf(WORDS, error) ?? OTHERWISE) : null,
    again: error === 'SignInAgain',
  };
}

/**
 * Returns the data of the page behind a mailed link; `token` is empty if the link is incomplete.
 * `handle`: a proposal for an address that has no handle yet, which only a valid token may learn.
 */
export async function confirmPage(params: Params) {
  const [token, email] = [param(params, 'token'), parseEmail(param(params, 'email'))];
  const from = returnPath(param(params, 'from'));
  const intent = await requestIntent(from);
  if (!token || !email) return { token: '', email: '', from, intent, handle: null };
  const handle = await withDeadline(async () => {
    const valid = { identifier: email, tokenHash: linkTokenHash(token) };
    if (!(await hasVerificationToken(valid))) return null;
    const holder = await getHolderByEmail(email);
    if (holder?.handle) return null;
    return (await freeHandles({ name: holder?.name ?? null, email }, 1))[0] ?? '';
  });
  return { token, email, from, intent, handle };
}

/** Returns what this browser's visitor pressed before signing in, if that leads back to `from`. */
export const requestIntent = async (from: string) => readIntent(await headers(), from);

export async function requestMailMode(): Promise<MailMode['mode']> {
  return mailMode(await headers()).mode;
}

/**
 * Returns the mails of the local mailbox, or null if it does not exist or this client may not see
 * it.
 */
export async function localMailbox() {
  if (!hasLocalMailbox() || !isThisMachine(await headers())) return null;
  return withDeadline(listLocalMails);
}

const OTHERWISE = 'Signing in did not work. Try again, or choose another way.';

/** Messages by next-auth's error codes and ours. */
const WORDS: Record<string, string> = {
  Verification:
    'This link was used already, is older than an hour, or is not complete. Ask for a new one here.',
  EmailAddress: 'This is not one e-mail address that mail can be sent to, like name@example.org.',
  EmailSignin: 'The mail could not be prepared. Try again in a moment.',
  MailOff: 'Signing in by mail is not possible here.',
  TooManyAccounts: 'Too many new accounts from your network today. Try again tomorrow.',
  OAuthAccountNotLinked:
    'The e-mail address of that account belongs to a reader here already. Sign in the way you did before: accounts are never joined by their address alone.',
  OAuthSignin: 'The provider does not answer at the moment. Try again, or choose another way.',
  OAuthCallback: 'The provider did not confirm who you are. Try again, or choose another way.',
  Callback: 'Signing in was not finished. Try again, or choose another way.',
  SignInAgain:
    'For this change, sign in once more: your last sign-in was a while ago. You come back to it afterwards.',
  AccessDenied: 'Signing in was refused.',
};
