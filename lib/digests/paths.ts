export const SUBSCRIBE_PATH = '/subscribe';
/** For administrators only. */
export const DIGESTS_PATH = '/moderation/digests';
export const previewPath = (cadence: string, as: 'html' | 'text'): string =>
  `/moderation/digests/preview?${new URLSearchParams({ cadence, as })}`;

export const DIGEST_SETTINGS_PATH = '/settings/digests';

const withToken = (path: string, token: string) => `${path}?${new URLSearchParams({ token })}`;

/** The page with the button that confirms. */
export const confirmPagePath = (token: string): string => withToken('/subscribe/confirm', token);

/** The page with the button that unsubscribes. */
export const endPagePath = (token: string): string => withToken('/subscribe/end', token);

/** The one-click target of mail clients (RFC 8058); redirects browsers. */
export const endPath = (token: string): string => withToken('/mail/digests/end', token);
