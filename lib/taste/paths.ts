export const FOR_YOU_PATH = '/for-you';
export const TASTE_PATH = '/for-you/taste';
export const TASTE_FILE_PATH = '/me/taste';

export const forYouPath = (page: number): string =>
  page > 1 ? `${FOR_YOU_PATH}?page=${page}` : FOR_YOU_PATH;

/** The token is in the query, which no log holds. */
export const feedAddress = (format: 'atom' | 'rss' | 'json', token: string): string =>
  `${FOR_YOU_PATH}.${format}?token=${token}`;
