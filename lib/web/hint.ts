/**
 * A cookie that scripts can read, set at sign-in and worth nothing by itself: without it nobody is
 * signed in, and public pages ask the server nothing about their reader.
 */
export const HINT_COOKIE = 'papertide_hint';

export const hasHint = (): boolean =>
  document.cookie.split('; ').some((cookie) => cookie.startsWith(`${HINT_COOKIE}=`));
