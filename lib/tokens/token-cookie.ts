import { cookieName, setCookie } from '@/lib/web/cookies';

/** Seconds for which the page of tokens can show a new one. */
const SHOWN = 120;

export const tokenCookie = (): string => cookieName('new-token');

/** Passes a new token to the page that shows it once, because addresses are recorded. */
export const newToken = (token: string): string => setCookie(tokenCookie(), token, SHOWN);

export const shownToken = (): string => setCookie(tokenCookie(), '', 0);
