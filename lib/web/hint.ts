/**
 * A cookie that scripts can read, set at sign-in and without authority: without it no user is
 * signed in, and public pages send no request for the viewer.
 */
export const HINT_COOKIE = 'papertide_hint';

export const hasHint = (): boolean =>
  document.cookie.split('; ').some((cookie) => cookie.startsWith(`${HINT_COOKIE}=`));
