import { excerpt } from '@/lib/papers/excerpt';

export const SAVED_SEARCHES_PATH = '/settings/searches';

/** The list of saved searches, with the form to save one. */
export const savePath = (sent: { query: string; name?: string; error?: string }): string => {
  const kept = Object.entries(sent).filter(([, value]) => value);
  return `${SAVED_SEARCHES_PATH}?${new URLSearchParams(kept)}`;
};

/** The page of a saved search. */
export const savedSearchPath = (query: string): string => `/search?${query}`;

/** With the ellipsis, this is the maximum length of a name (NAME_LENGTH). */
const LONGEST_NAME = 58;

/** Returns the default name of a search for similar papers. */
export const likeName = (title: string): string =>
  excerpt(`Like ${title.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, ' ')}`, LONGEST_NAME);
