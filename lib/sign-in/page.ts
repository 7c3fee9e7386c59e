import { headers } from 'next/headers';
import { getHolderByEmail, hasVerificationToken } from '@/db/queries/accounts';
import { parseEmail } from '@/lib/base/email-address';
import { hasLocalMailbox, type MailMode, mailMode } from '@/lib/mail/mode';
import { listLocalMails } from '@/lib/mail/service';
import { freeHandles } from '@/lib/people/suggestions';
import { withDeadline } from '@/lib/web/deadline';
import { readIntent } from '@/lib/web/intent';
import { isThisMachine, refererPath } from '@/lib/web/request-headers';
import { returnPath } from '@/lib/web/return-path';
import { readAsked } from './code';
import { signInProblem } from './messages';
import { linkTokenHash } from './options';
import { listProviders } from './providers';

type Params = Record<string, string | string[] | undefined>;

/** Returns the first value of a query parameter. */
export const param = (params: Params, name: string): string => [params[name] ?? ''].flat()[0] ?? '';

/** Returns the data of the sign-in page, apart from the viewer. */
export async function signInPage(params: Params): Promise<{
  from: string;
  /** The intent from before, which is carried out after signing in. */
  intent: { act: string; what: string } | null;
  mail: MailMode;
  providers: { id: string; name: string }[];
  error: string | null;
  /** Whether a signed-in user signs in again. */
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
    error: error ? signInProblem(error) : null,
    again: error === 'SignInAgain',
  };
}

/**
 * Returns the data of the page behind a mailed link; `token` is empty if the link is incomplete.
 * `handle` is a proposal for an address without a handle, which only a valid token may reveal.
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

/** Returns the data of the page after a mail was requested; `asked` is null in another browser. */
export async function checkMailPage(params: Params) {
  const sent = await headers();
  const asked = readAsked(sent);
  const error = param(params, 'error');
  return {
    mode: mailMode(sent).mode,
    asked: asked && { email: asked.email, from: asked.from },
    intent: asked && readIntent(sent, asked.from),
    error: error ? signInProblem(error) : undefined,
  };
}

/** Returns the intent stored in this browser before signing in, if it leads back to `from`. */
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
