import { createHmac } from 'node:crypto';
import { keyFor, sameSecret } from '@/lib/base/secrets';
import { cookieName, sessionCookie, setCookie } from '@/lib/web/cookies';
import { cookiesOf } from '@/lib/web/request-headers';
import type { Viewer } from '@/lib/web/types';
import { viewerOf } from '@/lib/web/viewer';

/** The page where connecting starts and ends. */
export const ACCOUNT_PAGE = '/settings/account';

const name = () => cookieName('connect');
/** As long as a provider's callback is accepted. */
const SECONDS = 15 * 60;

const mark = (provider: string, sessionToken: string): string =>
  createHmac('sha256', keyFor('connect')).update(`${provider} ${sessionToken}`).digest('base64url');

/**
 * Returns the cookie that binds the connection to this session before the redirect to a provider;
 * null without a session.
 */
export async function connectCookie(request: Request, provider: string): Promise<string | null> {
  const viewer = await viewerOf(request.headers);
  const token = cookiesOf(request.headers)[sessionCookie()];
  return viewer && token ? setCookie(name(), mark(provider, token), SECONDS) : null;
}

/** `stranger`: the session that started it has ended, or another one is current. */
type Wish = { viewer: Viewer } | 'stranger' | null;

/** Returns whether a provider's callback connects its account, and to which user. */
export async function wishToConnect(request: Request, provider: string): Promise<Wish> {
  const cookies = cookiesOf(request.headers);
  const [wish, token] = [cookies[name()], cookies[sessionCookie()]];
  if (!wish) return null;
  const viewer = await viewerOf(request.headers);
  return viewer && token && sameSecret(wish, mark(provider, token)) ? { viewer } : 'stranger';
}

export const forgetWish = (): string => setCookie(name(), '', 0);
