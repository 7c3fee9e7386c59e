import { cookieName, setCookie } from '@/lib/web/cookies';

/** Seconds for which the page can show the link of a new invitation. */
const SHOWN = 120;

export const inviteCookie = (): string => cookieName('invite');

/** Passes a new token to the page that shows it once, because addresses are recorded. */
export const newInvite = (token: string): string => setCookie(inviteCookie(), token, SHOWN);
