import { excerpt } from '@/lib/papers/excerpt';

export const SAVED_SEARCHES_PATH = '/settings/searches';

/** The list of saved searches, with the form to save one. */
export const savePath = (sent: { query: string; name?: string; error?: string }): string => {
  const kept = Object.entries(sent).filter(([, value]) => value);
  return `${SAVED_SEARCHES_PATH}?${new URLSearchParams(kept)}`;
};

/** The page of a saved search. */
export const savedSearchPath = (query: string): string => `/search?${query}`;

/** With the sign of a cut, what a name may have (NAME_LENGTH). */
const LONGEST_NAME = 58;

/** What a search for papers like one is called, unless its reader says otherwise. */
export const likeName = (title: string): string =>
  excerpt(`Like ${title.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, ' ')}`, LONGEST_NAME);
