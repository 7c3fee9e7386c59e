import { readRequest, type SearchParams, type SearchRequest, searchParams } from './schema';

/** A search as its address asks for it. */
export type Search = {
  params: SearchParams;
  request: SearchRequest;
  /** By field, what is wrong with a value that was ignored. */
  problems: Partial<Record<keyof SearchParams, string>>;
  /** Whether anything is searched for. */
  isAsked: boolean;
};

/** Parses each field separately, so that one invalid field does not drop the others. */
export function readSearch(sent: Record<string, string | string[] | undefined>): Search {
  const fields = Object.entries(searchParams.shape).map(([name, field]) => {
    const text = [sent[name] ?? ''].flat()[0] ?? '';
    const read = field.safeParse(text);
    return [name, read.success ? read.data : text.slice(0, 20)];
  });
  const params: SearchParams = Object.fromEntries(fields);
  const { request, problems } = readRequest(params);
  const isAsked = Boolean(request.q) || Object.keys(request.filters).length > 0;
  return { params, request, problems, isAsked };
}

/** Longest query in a title. */
const TITLE = 100;

/** Returns the query as titles show it. */
export const shownQuery = ({ params }: Search): string => params.q.trim().slice(0, TITLE);

/** Returns the page's title, without the site's name. */
export function searchTitle(search: Search): string {
  const q = shownQuery(search);
  return q ? `${q} · Search` : 'Search';
}
