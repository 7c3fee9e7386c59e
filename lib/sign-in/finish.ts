import { randomBytes } from 'node:crypto';
import { deleteSession } from '@/db/queries/accounts';
import { getViewerBySession } from '@/db/queries/people';
import { setSessionDevice } from '@/db/queries/sessions';
import { siteUrl } from '@/lib/base/env';
import { REASONS, type Refusal } from '@/lib/base/errors';
import { hashToken } from '@/lib/base/secrets';
import {
  cookieName,
  hintCookie,
  SESSION_SECONDS,
  sessionCookie,
  setCookie,
} from '@/lib/web/cookies';
import type { Arrive } from '@/lib/web/form';
import { plainPage } from '@/lib/web/plain-page';
import { addressOf, cookiesOf } from '@/lib/web/request-headers';
import { seeOther } from '@/lib/web/response';
import { returnPath, withReturn } from '@/lib/web/return-path';
import { adapter } from './adapter';
import { deviceWords } from './device';
import type { AuthOutcome } from './next-auth';

export const deviceOf = (request: Request) => deviceWords(request.headers.get('user-agent'));

export const byNetwork = (request: Request) => ({
  viewer: null,
  address: addressOf(request.headers),
});

/** Creates a session without next-auth, which supports neither codes nor passkeys. */
export async function startSession(
  request: Request,
  userId: string,
  from: string,
): Promise<AuthOutcome> {
  const sessionToken = randomBytes(32).toString('base64url');
  const expires = new Date(Date.now() + SESSION_SECONDS * 1000);
  await adapter.createSession({ sessionToken, userId, expires });
  const [tokenHash, device] = [hashToken(sessionToken), deviceOf(request)];
  if (device) await setSessionDevice(tokenHash, device);
  return {
    location: from,
    cookies: [setCookie(sessionCookie(), sessionToken, SESSION_SECONDS)],
    session: { tokenHash, userId },
  };
}

/** Completes a sign-in: sets cookies, ends the previous session, and redirects the user. */
export async function finish(
  request: Request,
  outcome: AuthOutcome,
  arrive: Arrive,
  handle = '',
): Promise<Response> {
  const { session, location, cookies } = outcome;
  if (!session) return seeOther(ourPage(location, null), cookies);
  const before = cookiesOf(request.headers)[sessionCookie()];
  if (before) await deleteSession(hashToken(before));
  const viewer = await getViewerBySession(session.tokenHash);
  const from = returnPath(location);
  const next = viewer ? await arrive(request, viewer, { from, handle }) : { path: from };
  const place = cookieName('return');
  const kept = cookies.filter((cookie) => !cookie.startsWith(`${place}=`));
  return seeOther(next.path, [
    ...kept,
    setCookie(place, '', 0),
    hintCookie(),
    ...(next.cookies ?? []),
  ]);
}

/** next-auth passes error messages as codes: unknown ones are not repeated. */
export const codeOf = (error: string | null | undefined): string =>
  /^[A-Za-z]{1,40}$/.test(error ?? '') ? String(error) : 'Callback';

/** Maps next-auth's redirect to a page of ours. */
export function ourPage(location: string, from: string | null): string {
  const url = new URL(location || '/', siteUrl());
  if (!url.pathname.startsWith('/api/auth/')) return returnPath(location);
  return withReturn('/sign-in', from, { error: codeOf(url.searchParams.get('error')) });
}

export const tooMany = (refusal: Refusal): Response =>
  plainPage({
    title: 'Too many attempts',
    text: `Try again in ${refusal.retryAfter ?? 60} seconds.`,
    status: REASONS[refusal.reason].status,
    retryAfter: refusal.retryAfter,
    link: { href: '/sign-in', text: 'Back to sign-in' },
  });
