import type { SearchParams } from './schema';

/** The address of a search; what is empty or as usual is not in it. */
export function searchPath(params: Partial<SearchParams>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    const usual =
      !value || (name === 'page' && value === '1') || (name === 'sort' && value === 'relevance');
    if (!usual) query.set(name, value);
  }
  return query.size > 0 ? `/search?${query}` : '/search';
}

/** Everything by an author, by the whole name. */
export const authorSearch = (name: string): string =>
  searchPath({ q: `author:"${name.replace(/["“”„]/g, '')}"` });

/** What finds the papers like one. */
export const likeQuery = (slug: string): string => `like:${slug}`;
