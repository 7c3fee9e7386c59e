export const SUBSCRIBE_PATH = '/subscribe';
/** For administrators only. */
export const DIGESTS_PATH = '/moderation/digests';
export const previewPath = (cadence: string, as: 'html' | 'text'): string =>
  `/moderation/digests/preview?${new URLSearchParams({ cadence, as })}`;

export const DIGEST_SETTINGS_PATH = '/settings/digests';

const withToken = (path: string, token: string) => `${path}?${new URLSearchParams({ token })}`;

/** Where the button stands that says yes. */
export const confirmPagePath = (token: string): string => withToken('/subscribe/confirm', token);

/** Where the button stands that ends a subscription. */
export const endPagePath = (token: string): string => withToken('/subscribe/end', token);

/** What a mail program posts to (RFC 8058), and a browser is led on from. */
export const endPath = (token: string): string => withToken('/mail/digests/end', token);
