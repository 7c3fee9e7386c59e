export const NOTIFICATIONS_PATH = '/notifications';
export const NOTIFICATION_SETTINGS_PATH = '/settings/notifications';

/** Following a paper's discussion or silencing it, without a script. */
export const watchPath = (slug: string): string =>
  `${NOTIFICATIONS_PATH}/paper?slug=${encodeURIComponent(slug)}`;

/** What a mail program posts to; opened in a browser, it leads to the page with the button. */
export const unsubscribePath = (token: string): string =>
  `/mail/notifications/end?token=${encodeURIComponent(token)}`;
export const unsubscribePagePath = (token: string): string =>
  `/unsubscribe?token=${encodeURIComponent(token)}`;
