import type { SearchParams } from './schema';

/** Returns the address of a search, without empty and default values. */
export function searchPath(params: Partial<SearchParams>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    const usual =
      !value || (name === 'page' && value === '1') || (name === 'sort' && value === 'relevance');
    if (!usual) query.set(name, value);
  }
  return query.size > 0 ? `/search?${query}` : '/search';
}

/** Returns a search for all papers of an author, by the whole name. */
export const authorSearch = (name: string): string =>
  searchPath({ q: `author:"${name.replace(/["“”„]/g, '')}"` });

/** Returns a query for papers similar to one. */
export const likeQuery = (slug: string): string => `like:${slug}`;
