export const COLLECTIONS_PATH = '/collections';
const SAVE_PATH = '/collections/save';

/** A collection's page; page 1 has no number in it. */
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

/** Where a paper is put into the reader's collections. */
export const savePath = (slug: string, query: Record<string, string> = {}): string =>
  withQuery(SAVE_PATH, { paper: slug, ...query });

/** The part of a paper's address that says that it was just saved. */
export const savedId = (paperId: number): string => `saved-${paperId}`;
