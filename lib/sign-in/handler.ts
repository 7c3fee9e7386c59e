import { db } from '@/db/client';
import { deleteSession, getHolderByEmail } from '@/db/queries/accounts';
import { getOwnAddress } from '@/db/queries/own-account';
import { deleteCodes } from '@/db/queries/sign-in-codes';
import { parseEmail } from '@/lib/base/email-address';
import { siteUrl } from '@/lib/base/env';
import { AppError, REASONS } from '@/lib/base/errors';
import { hashToken } from '@/lib/base/secrets';
import { mailMode } from '@/lib/mail/mode';
import { readForm } from '@/lib/web/body';
import { cookieName, forgottenCookies, sessionCookie } from '@/lib/web/cookies';
import { DEADLINE, withDeadline } from '@/lib/web/deadline';
import type { Arrive } from '@/lib/web/form';
import { plainPage } from '@/lib/web/plain-page';
import { takeLimit, takeMailLimit } from '@/lib/web/rate-limit';
import { addressOf, cookiesOf, isSameOrigin } from '@/lib/web/request-headers';
import { jsonResponse, seeOther } from '@/lib/web/response';
import { returnPath, withReturn } from '@/lib/web/return-path';
import { loggedRefusal } from '@/lib/web/route';
import { viewerOf } from '@/lib/web/viewer';
import { makeCode } from './code';
import { ACCOUNT_PAGE, connectCookie, forgetWish, wishToConnect } from './connect';
import { enterByCode } from './enter-by-code';
import { enterByPasskey, passkeyAddOptions, passkeySignInOptions } from './enter-by-passkey';
import { byNetwork, codeOf, deviceOf, finish, ourPage, tooMany } from './finish';
import { callNextAuth } from './next-auth';
import { checkCookies, csrfPair } from './options';
import { listProviders } from './providers';

/** Timeout in ms of requests that wait for a provider. */
const PROVIDER_DEADLINE = 25_000;

/** GET of `/api/auth/*`: only a provider's callback has an effect. */
export async function authGet(request: Request, path: string[], arrive: Arrive): Promise<Response> {
  const query = Object.fromEntries(new URL(request.url).searchParams);
  const [action, provider, ...rest] = path;
  const { callbackUrl: from, error, token = '', email = '' } = query;
  if (action === 'signin')
    return seeOther(withReturn('/sign-in', from, error ? { error: codeOf(error) } : {}));
  if (action === 'error') return seeOther(withReturn('/sign-in', null, { error: codeOf(error) }));
  if (action === 'verify-request') return seeOther('/sign-in/check-mail');
  if (action === 'signout') return seeOther('/');
  // Mail scanners open links, so a GET leads to a page with a button.
  if (action === 'callback' && provider === 'email') {
    return seeOther(withReturn('/sign-in/confirm', from, { token, email }));
  }
  if (action !== 'callback' || rest.length || !isOn(provider)) return notFound();
  return answered('sign_in_return', PROVIDER_DEADLINE, async () => {
    const cookies = sentChecks(request);
    // A callback that did not start here must not cause a request to the provider.
    if (!cookies[cookieName('state')]) return seeOther('/sign-in?error=OAuthCallback');
    const limited = await takeLimit('api', byNetwork(request));
    if (limited) return tooMany(limited);
    const wish = await wishToConnect(request, provider);
    if (wish === 'stranger') return notConnected('stranger');
    const device = deviceOf(request);
    const address = addressOf(request.headers);
    const call = { method: 'GET', path, query, cookies, device, address } as const;
    if (!wish) return finish(request, await callNextAuth(call), arrive);
    const outcome = await callNextAuth({ ...call, connectTo: wish.viewer });
    const taken = outcome.location.includes('OAuthAccountNotLinked');
    return outcome.session
      ? finish(request, { ...outcome, cookies: [...outcome.cookies, forgetWish()] }, arrive)
      : notConnected(taken ? 'taken' : 'provider');
  });
}

/** The viewer stays signed in; another user's account signs nobody in here. */
const notConnected = (error: string): Response =>
  seeOther(`${ACCOUNT_PAGE}?about=connect&error=${error}`, [forgetWish()]);

/** POST of `/api/auth/*`: plain HTML forms of this site, checked by origin. */
export async function authPost(
  request: Request,
  path: string[],
  arrive: Arrive,
): Promise<Response> {
  const [action, provider, ...rest] = path;
  const deadline = isOn(provider) ? PROVIDER_DEADLINE : DEADLINE;
  return answered('sign_in', deadline, async () => {
    if (!isSameOrigin(request.headers)) throw new AppError('cross_site');
    const fields = await readForm(request);
    if (action === 'signout' && !provider) return signOut(request, fields);
    if (rest.length) return notFound();
    if (action === 'callback' && provider === 'email') return redeemLink(request, fields, arrive);
    if (action === 'callback' && provider === 'code') return enterByCode(request, fields, arrive);
    if (action === 'callback' && provider === 'passkey') {
      return enterByPasskey(request, fields, arrive);
    }
    const byPasskey = provider === 'passkey' && (action === 'signin' || action === 'connect');
    const connects = action === 'connect' && isOn(provider);
    if (action !== 'signin' && !connects && !byPasskey) return notFound();
    const limited = await takeLimit('sign_in', byNetwork(request));
    if (limited) return byPasskey ? jsonResponse(limited) : tooMany(limited);
    if (byPasskey) {
      return action === 'signin' ? passkeySignInOptions() : passkeyAddOptions(request);
    }
    if (connects) return leaveToConnect(request, provider);
    if (provider === 'email') return askForLink(request, fields);
    return isOn(provider) ? leaveFor(provider, fields, forgetWish()) : notFound();
  });
}

/** Response and work are the same whether or not the address is known. */
async function askForLink(request: Request, fields: URLSearchParams): Promise<Response> {
  const from = fields.get('from');
  if (mailMode(request.headers).mode === 'off') {
    return seeOther(withReturn('/sign-in', from, { error: 'MailOff' }));
  }
  const email = parseEmail(fields.get('email'));
  if (!email) return seeOther(withReturn('/sign-in', from, { error: 'EmailAddress' }));
  const limited = await takeMailLimit(email);
  if (limited) return tooMany(limited);
  const { code, cookie } = await makeCode(email, returnPath(from));
  const { location } = await signIn('email', fields, { email }, code);
  return new URL(location).pathname.endsWith('/verify-request')
    ? seeOther('/sign-in/check-mail', [cookie])
    : seeOther(ourPage(location, from));
}

/** Handles the button on the page behind a mailed link. */
async function redeemLink(
  request: Request,
  fields: URLSearchParams,
  arrive: Arrive,
): Promise<Response> {
  const email = parseEmail(fields.get('email')) ?? '';
  const query = {
    token: fields.get('token') ?? '',
    email,
    callbackUrl: returnPath(fields.get('from')),
  };
  if (!query.token || !email) return seeOther('/sign-in?error=Verification');
  const isNew = !(await getHolderByEmail(email));
  const limited =
    (await takeLimit('api', byNetwork(request))) ??
    (isNew ? await takeLimit('sign_up', byNetwork(request)) : null);
  if (limited) return tooMany(limited);
  const outcome = await callNextAuth({
    method: 'GET',
    path: ['callback', 'email'],
    query,
    cookies: {},
    device: deviceOf(request),
  });
  if (outcome.session) await deleteCodes(email);
  return finish(request, outcome, arrive, fields.get('handle') ?? '');
}

/** Redirects to a provider to connect its account, or to the page that must come first. */
async function leaveToConnect(request: Request, provider: string): Promise<Response> {
  const viewer = await viewerOf(request.headers);
  const wish = await connectCookie(request, provider);
  if (!viewer || !wish) return seeOther(withReturn('/sign-in', ACCOUNT_PAGE));
  const address = await getOwnAddress(db(), viewer.id);
  if (viewer.banned || !address) return notConnected(address ? 'banned' : 'address');
  const back = new URLSearchParams({ from: `${ACCOUNT_PAGE}?done=connect` });
  return leaveFor(provider, back, wish);
}

/**
 * Redirects to the provider through an intermediate page: `form-action` also applies to redirects
 * after a form, and a provider's further redirects have hosts that cannot be listed.
 */
async function leaveFor(
  provider: string,
  fields: URLSearchParams,
  wish: string,
): Promise<Response> {
  const { location, cookies } = await signIn(provider, fields, {});
  if (new URL(location).origin === new URL(siteUrl()).origin) {
    return seeOther(ourPage(location, fields.get('from')));
  }
  const name = listProviders().find(({ id }) => id === provider)?.name ?? provider;
  return plainPage({
    title: `Going on to ${name}`,
    link: { href: location, text: `Go on to ${name}` },
    follow: true,
    cookies: [...cookies, wish],
  });
}

function signIn(
  provider: string,
  fields: URLSearchParams,
  more: Record<string, string>,
  code?: string,
) {
  const csrf = csrfPair();
  return callNextAuth({
    method: 'POST',
    path: ['signin', provider],
    query: {},
    code,
    cookies: { [csrf.name]: csrf.cookie },
    body: { ...more, csrfToken: csrf.token, callbackUrl: returnPath(fields.get('from')) },
  });
}

/** Not through next-auth, which reports a sign-out even if the session could not be ended. */
async function signOut(request: Request, fields: URLSearchParams): Promise<Response> {
  const token = cookiesOf(request.headers)[sessionCookie()];
  if (token) await deleteSession(hashToken(token));
  return seeOther(returnPath(fields.get('from')), forgottenCookies());
}

const isOn = (provider: string | undefined): provider is string =>
  listProviders().some(({ id }) => id === provider);

/** Returns only the cookies that we set before the redirect. */
function sentChecks(request: Request): Record<string, string> {
  const sent = cookiesOf(request.headers);
  return Object.fromEntries(
    checkCookies().flatMap((name) => {
      const value = sent[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

const notFound = (): Response =>
  plainPage({ title: 'Page not found', status: 404, link: { href: '/', text: 'Home' } });

async function answered(
  name: string,
  deadline: number,
  work: () => Promise<Response>,
): Promise<Response> {
  try {
    return await withDeadline(work, deadline);
  } catch (error) {
    const { status, words } = REASONS[loggedRefusal(name, error).reason];
    return plainPage({ title: words, status, link: { href: '/sign-in', text: 'Sign in' } });
  }
}
