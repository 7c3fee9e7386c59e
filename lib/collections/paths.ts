export const COLLECTIONS_PATH = '/collections';
const SAVE_PATH = '/collections/save';

/** A collection's page; the address of page 1 has no number. */
export function collectionPath(key: string, page = 1): string {
  const base = `${COLLECTIONS_PATH}/${key}`;
  return page > 1 ? `${base}?page=${page}` : base;
}

const withQuery = (path: string, query: Record<string, string>): string => {
  const filled = Object.entries(query).filter(([, value]) => value);
  return filled.length ? `${path}?${new URLSearchParams(filled)}` : path;
};

export const collectionsPath = (query: Record<string, string> = {}): string =>
  withQuery(COLLECTIONS_PATH, query);

export const editCollectionPath = (key: string, query: Record<string, string> = {}): string =>
  withQuery(`${collectionPath(key)}/edit`, query);

/** The page on which a viewer saves a paper to collections. */
export const savePath = (slug: string, query: Record<string, string> = {}): string =>
  withQuery(SAVE_PATH, { paper: slug, ...query });

/** The fragment of a paper's address that confirms that it was just saved. */
export const savedId = (paperId: number): string => `saved-${paperId}`;
