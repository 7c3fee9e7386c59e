import { createHash, randomBytes } from 'node:crypto';
import type { AuthOptions } from 'next-auth';
import type { Adapter } from 'next-auth/adapters';
import type { EmailConfig } from 'next-auth/providers/email';
import { parseEmail } from '@/lib/base/email-address';
import { siteUrl } from '@/lib/base/env';
import { log } from '@/lib/base/log';
import { hashToken, keyFor } from '@/lib/base/secrets';
import { sendSignInMail } from '@/lib/mail/sign-in';
import { cookieName, SESSION_SECONDS, secureCookies } from '@/lib/web/cookies';
import { returnPath } from '@/lib/web/return-path';
import type { Viewer } from '@/lib/web/types';
import { providers } from './providers';
import { connectAccount, enterByProvider, isOneTooMany } from './service';

/** Seconds for which a mailed link is valid. */
export const LINK_SECONDS = 60 * 60;

/** Seconds for which a provider's callback is accepted. */
const CHECK_SECONDS = 15 * 60;

const secret = (): string => keyFor('next-auth').toString('hex');

const cookie = (name: string, maxAge?: number) => ({
  name: cookieName(name),
  options: {
    httpOnly: true,
    sameSite: 'lax' as const,
    path: '/',
    secure: secureCookies(),
    ...(maxAge && { maxAge }),
  },
});

/** next-auth's own name for each cookie, and ours. */
const cookies = () => ({
  sessionToken: cookie('session'),
  callbackUrl: cookie('return', CHECK_SECONDS),
  csrfToken: cookie('csrf'),
  pkceCodeVerifier: cookie('pkce', CHECK_SECONDS),
  state: cookie('state', CHECK_SECONDS),
  nonce: cookie('nonce', CHECK_SECONDS),
});

/** Returns what is stored of a mailed token: the adapter's hash of next-auth's. */
export const linkTokenHash = (token: string): string =>
  hashToken(createHash('sha256').update(`${token}${secret()}`).digest('hex'));

/** Cookies that are passed to next-auth; all others are withheld. */
export const checkCookies = (): string[] =>
  ['return', 'pkce', 'state', 'nonce'].map((name) => cookieName(name));

/**
 * Returns a CSRF token and its cookie, which next-auth expects on a POST; we have checked the
 * origin.
 */
export function csrfPair(): { name: string; cookie: string; token: string } {
  const token = randomBytes(32).toString('hex');
  const hash = createHash('sha256').update(`${token}${secret()}`).digest('hex');
  return { name: cookieName('csrf'), cookie: `${token}|${hash}`, token };
}

const email = (code: string): EmailConfig => ({
  id: 'email',
  type: 'email',
  name: 'Email',
  server: '',
  from: '',
  maxAge: LINK_SECONDS,
  options: {},
  generateVerificationToken: () => randomBytes(32).toString('base64url'),
  normalizeIdentifier: (text) => {
    const address = parseEmail(text);
    if (!address) throw new Error('no e-mail address');
    return address;
  },
  sendVerificationRequest: ({ identifier, token, url, expires }) =>
    sendSignInMail({
      to: identifier,
      token,
      code,
      from: new URL(url).searchParams.get('callbackUrl'),
      expires,
    }),
});

type Asking = {
  /** The signed-in user who connects a provider's account. */
  connectTo?: Viewer;
  address?: string;
  /** Mailed together with the link. */
  code?: string;
};

export function authOptions(
  adapter: Adapter,
  { connectTo, address, code = '' }: Asking = {},
): AuthOptions {
  const { origin } = new URL(siteUrl());
  return {
    adapter,
    providers: [email(code), ...providers()],
    secret: secret(),
    useSecureCookies: secureCookies(),
    cookies: cookies(),
    session: {
      strategy: 'database',
      maxAge: SESSION_SECONDS,
      generateSessionToken: () => randomBytes(32).toString('base64url'),
    },
    callbacks: {
      redirect: ({ url }) => `${origin}${returnPath(url)}`,
      signIn: async ({ user, account }) => {
        if (account?.type !== 'oauth') return true;
        const { provider, providerAccountId } = account;
        if (!connectTo && (await isOneTooMany({ provider, providerAccountId }, address))) {
          return `${origin}/api/auth/error?error=TooManyAccounts`;
        }
        const stranger = { provider, providerAccountId, name: user.name ?? null };
        const entered = connectTo
          ? await connectAccount({ viewer: connectTo }, { provider, providerAccountId })
          : await enterByProvider({ ...stranger, email: user.email || null });
        return entered.ok || `${origin}/api/auth/error?error=OAuthAccountNotLinked`;
      },
    },
    // Log the error code only: next-auth would log tokens and addresses.
    logger: {
      error: (code) => log.warn({ code }, 'sign-in failed'),
      warn: () => {},
      debug: () => {},
    },
  };
}
