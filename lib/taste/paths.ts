export const FOR_YOU_PATH = '/for-you';
export const TASTE_PATH = '/for-you/taste';
export const TASTE_FILE_PATH = '/me/taste';

export const forYouPath = (page: number): string =>
  page > 1 ? `${FOR_YOU_PATH}?page=${page}` : FOR_YOU_PATH;

/** Returns the page of For you that a form came from, with the outcome in its query. */
export function outcomePath(from: string, outcome: Record<string, string>): string {
  const { pathname, searchParams } = new URL(from, 'http://site');
  const ours = pathname === FOR_YOU_PATH || pathname === TASTE_PATH;
  const page = pathname === FOR_YOU_PATH ? searchParams.get('page') : null;
  const query = new URLSearchParams({ ...(page && { page }), ...outcome });
  return `${ours ? pathname : FOR_YOU_PATH}?${query}`;
}

/** The token is in the query, which logs do not contain. */
export const feedAddress = (format: 'atom' | 'rss' | 'json', token: string): string =>
  `${FOR_YOU_PATH}.${format}?token=${token}`;
