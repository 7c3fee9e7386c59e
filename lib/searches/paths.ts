export const SAVED_SEARCHES_PATH = '/settings/searches';

/** The list of saved searches, with the form to save one. */
export const savePath = (sent: { query: string; name?: string; error?: string }): string => {
  const kept = Object.entries(sent).filter(([, value]) => value);
  return `${SAVED_SEARCHES_PATH}?${new URLSearchParams(kept)}`;
};

/** The page of a saved search. */
export const savedSearchPath = (query: string): string => `/search?${query}`;
