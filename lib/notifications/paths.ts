export const NOTIFICATIONS_PATH = '/notifications';
export const NOTIFICATION_SETTINGS_PATH = '/settings/notifications';

/** The page to follow or mute a paper's discussion without scripts. */
export const watchPath = (slug: string): string =>
  `${NOTIFICATIONS_PATH}/paper?slug=${encodeURIComponent(slug)}`;

/** The one-click target of mail clients; browsers get the page with the button. */
export const unsubscribePath = (token: string): string =>
  `/mail/notifications/end?token=${encodeURIComponent(token)}`;
export const unsubscribePagePath = (token: string): string =>
  `/unsubscribe?token=${encodeURIComponent(token)}`;
