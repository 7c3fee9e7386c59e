import { cookieName, setCookie } from '@/lib/web/cookies';

/** Seconds in which the page that made an invitation can show its link. */
const SHOWN = 120;

export const inviteCookie = (): string => cookieName('invite');

/** Carries a new token to the page that shows it once, instead of an address that is kept. */
export const newInvite = (token: string): string => setCookie(inviteCookie(), token, SHOWN);
