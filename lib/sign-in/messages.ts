import { entryOf } from '@/lib/base/entry-of';

/** Messages by next-auth's error codes and ours. */
const PROBLEMS: Record<string, string> = {
  Verification:
    'This link is incomplete, was used already, or is older than an hour. Request a new one here.',
  EmailAddress: 'Enter one e-mail address, like name@example.org.',
  EmailSignin: 'The mail could not be sent. Try again in a moment.',
  MailOff: 'This site can’t send mail at the moment.',
  CodeWrong: 'This code is wrong. Check the newest mail and try again.',
  CodeExpired:
    'This code has expired, was tried too often, or belongs to another browser. Request a new one here.',
  Passkey: 'This passkey could not be verified. Try again, or choose another way.',
  TooManyAccounts: 'Too many new accounts from your network today. Try again tomorrow.',
  OAuthAccountNotLinked:
    'Another account here uses the e-mail address of that account. Sign in the way you did before. For your safety, accounts are never joined by address alone.',
  OAuthSignin: 'The provider is not responding. Try again, or choose another way.',
  OAuthCallback: 'The provider did not confirm who you are. Try again, or choose another way.',
  Callback: 'Sign-in was not completed. Try again, or choose another way.',
  SignInAgain:
    'Sign in again to make this change: your last sign-in was a while ago. You will return to it.',
  AccessDenied: 'The provider refused the sign-in.',
};

/** Returns the message of the sign-in pages for an error code from an address. */
export const signInProblem = (code: string): string =>
  entryOf(PROBLEMS, code) ?? 'Sign-in did not work. Try again, or choose another way.';
