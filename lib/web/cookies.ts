import { siteUrl } from '@/lib/base/env';
import { HINT_COOKIE } from '@/lib/web/hint';

/** Seconds from sign-in to the end of a session; it is not prolonged. */
export const SESSION_SECONDS = 30 * 24 * 60 * 60;

export const secureCookies = (): boolean => siteUrl().startsWith('https://');

/** `__Host-` prevents other hosts of the domain from setting the cookie; it needs https. */
export const cookieName = (name: string): string =>
  secureCookies() ? `__Host-papertide-${name}` : `papertide-${name}`;

export const sessionCookie = (): string => cookieName('session');

/** Returns a Set-Cookie header; `seconds` of 0 deletes the cookie. */
export function setCookie(
  name: string,
  value: string,
  seconds: number,
  { readable = false }: { readable?: boolean } = {},
): string {
  const parts = [`${name}=${value}`, 'Path=/', `Max-Age=${seconds}`, 'SameSite=Lax'];
  if (!readable) parts.push('HttpOnly');
  if (secureCookies()) parts.push('Secure');
  return parts.join('; ');
}

export const hintCookie = (): string =>
  setCookie(HINT_COOKIE, '1', SESSION_SECONDS, { readable: true });

/** Deletes the cookies of an ended session. */
export const forgottenCookies = (): string[] => [
  setCookie(sessionCookie(), '', 0),
  setCookie(HINT_COOKIE, '', 0, { readable: true }),
];
