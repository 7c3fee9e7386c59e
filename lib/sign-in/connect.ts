import { createHmac } from 'node:crypto';
import { keyFor, sameSecret } from '@/lib/base/secrets';
import { cookieName, sessionCookie, setCookie } from '@/lib/web/cookies';
import { cookiesOf } from '@/lib/web/request-headers';
import type { Viewer } from '@/lib/web/types';
import { viewerOf } from '@/lib/web/viewer';

/** The page that connecting begins and ends on. */
export const ACCOUNT_PAGE = '/settings/account';

const name = () => cookieName('connect');
/** As long as a provider's answer is waited for. */
const SECONDS = 15 * 60;

const mark = (provider: string, sessionToken: string): string =>
  createHmac('sha256', keyFor('connect')).update(`${provider} ${sessionToken}`).digest('base64url');

/**
 * Says, on the way out to a provider, that its account is to be connected to the reader of this very
 * session; null for who has none.
 */
export async function connectCookie(request: Request, provider: string): Promise<string | null> {
  const viewer = await viewerOf(request.headers);
  const token = cookiesOf(request.headers)[sessionCookie()];
  return viewer && token ? setCookie(name(), mark(provider, token), SECONDS) : null;
}

/** `stranger`: it was wanted, but the session that wanted it is over or another one. */
type Wish = { viewer: Viewer } | 'stranger' | null;

/** Whether the way back from a provider is to connect its account, and to whom. */
export async function wishToConnect(request: Request, provider: string): Promise<Wish> {
  const cookies = cookiesOf(request.headers);
  const [wish, token] = [cookies[name()], cookies[sessionCookie()]];
  if (!wish) return null;
  const viewer = await viewerOf(request.headers);
  return viewer && token && sameSecret(wish, mark(provider, token)) ? { viewer } : 'stranger';
}

export const forgetWish = (): string => setCookie(name(), '', 0);
