import { cookieName, setCookie } from '@/lib/web/cookies';

/** Seconds in which the page that lists tokens can show a new one. */
const SHOWN = 120;

export const tokenCookie = (): string => cookieName('new-token');

/** Carries a new token to the page that shows it once, instead of an address that is kept. */
export const newToken = (token: string): string => setCookie(tokenCookie(), token, SHOWN);

export const shownToken = (): string => setCookie(tokenCookie(), '', 0);
