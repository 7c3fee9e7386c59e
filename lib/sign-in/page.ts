import { headers } from 'next/headers';
import { entryOf } from '@/lib/base/entry-of';
import { hasLocalMailbox, type MailMode, mailMode } from '@/lib/mail/mode';
import { listLocalMails } from '@/lib/mail/service';
import { withDeadline } from '@/lib/web/deadline';
import { isThisMachine, refererPath } from '@/lib/web/request-headers';
import { returnPath } from '@/lib/web/return-path';
import { listProviders } from './providers';

type Params = Record<string, string | string[] | undefined>;

/** Returns the first value of a query parameter. */
export const param = (params: Params, name: string): string => [params[name] ?? ''].flat()[0] ?? '';

/** Returns the data of the sign-in page, apart from the viewer. */
export async function signInPage(params: Params): Promise<{
  from: string;
  mail: MailMode;
  providers: { id: string; name: string }[];
  error: string | null;
  /** Who is signed in signs in once more. */
  again: boolean;
}> {
  const sent = await headers();
  const error = param(params, 'error');
  return {
    from: returnPath(param(params, 'from') || refererPath(sent)),
    mail: mailMode(sent),
    providers: listProviders(),
    error: error ? (entryOf(WORDS, error) ?? OTHERWISE) : null,
    again: error === 'SignInAgain',
  };
}

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
