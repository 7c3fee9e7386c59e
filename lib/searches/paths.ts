export const SAVED_SEARCHES_PATH = '/settings/searches';

/** The list with a form above it that a search is saved by. */
export const savePath = (sent: { query: string; name?: string; error?: string }): string => {
  const kept = Object.entries(sent).filter(([, value]) => value);
  return `${SAVED_SEARCHES_PATH}?${new URLSearchParams(kept)}`;
};

/** Where a saved search is looked at. */
export const savedSearchPath = (query: string): string => `/search?${query}`;
