export const READ_WORDS = {
  read: 'Read',
  markRead: 'Mark as read',
  markUnread: 'Mark as unread',
  failed: 'The mark could not be saved. Try again.',
} as const;

/** The menu entry that changes the state. */
export const changeWords = (read: boolean): string =>
  read ? READ_WORDS.markUnread : READ_WORDS.markRead;
