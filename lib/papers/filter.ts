import { CATEGORIES, categoryName, findCategory } from './categories';
import { type Filter, LAST_PAGE } from './paths';

/** The filter's fields as sent, to be shown again after an error. */
export type TypedFilter = { topic: string; code: boolean; year: string; order: string };

export type FilterProblems = {
  topic?: { message: string; suggestions: string[] };
  year?: string;
  order?: string;
  page?: string;
};

export type FilterRequest =
  | { ok: true; filter: Filter; page: number; typed: TypedFilter }
  | { ok: false; problems: FilterProblems; typed: TypedFilter };

/** Longer texts are no topic; the redisplayed text is cut here. */
const LONGEST = 100;
const SUGGESTIONS = 5;
const FIRST_YEAR = 1900;

/**
 * Parses a filter's query. A topic may be an identifier in any case, a name, or an unambiguous part
 * of one; a year is at most `lastYear`. Never throws.
 */
export function readFilter(query: URLSearchParams, lastYear: number): FilterRequest {
  const text = (name: string) => (query.get(name) ?? '').trim().slice(0, LONGEST);
  const code = text('code');
  const typed = {
    topic: text('topic'),
    code: code !== '' && code !== '0',
    year: text('year'),
    order: text('order') || 'trending',
  };
  const problems: FilterProblems = {};

  const matches = typed.topic ? findTopics(typed.topic) : [];
  if (typed.topic && matches.length !== 1) {
    const suggestions = matches.slice(0, SUGGESTIONS);
    const message = suggestions.length
      ? 'Several topics are called like that.'
      : 'arXiv has no such category.';
    problems.topic = { message, suggestions };
  }
  const year = typed.year ? Number(typed.year) : null;
  if (year !== null && !(/^\d{4}$/.test(typed.year) && year >= FIRST_YEAR && year <= lastYear)) {
    problems.year = `A year has four digits, from ${FIRST_YEAR} to ${lastYear}.`;
  }
  const order = typed.order === 'new' ? 'new' : 'trending';
  if (order !== typed.order) problems.order = 'Papers come by trending or by new.';
  const page = text('page') ? Number(text('page')) : 1;
  if (!Number.isInteger(page) || page < 1 || page > LAST_PAGE) {
    problems.page = `Pages go from 1 to ${LAST_PAGE}.`;
  }

  if (Object.keys(problems).length > 0) return { ok: false, problems, typed };
  const filter = { topic: matches[0] ?? null, hasCode: typed.code, year, order } as const;
  return { ok: true, filter, page, typed };
}

/** Returns the categories that a text may mean: only one for an exact match. */
function findTopics(text: string): string[] {
  const exact = findCategory(text);
  if (exact) return [exact];
  const words = text.toLowerCase();
  const named = CATEGORIES.filter((topic) => categoryName(topic)?.toLowerCase() === words);
  if (named.length === 1) return named;
  return CATEGORIES.filter((topic) => categoryName(topic)?.toLowerCase().includes(words));
}

/** Formats a filter: `Machine Learning, with code, published in 2024; the newest first` */
export function filterInWords({ topic, hasCode, year, order }: Filter): string {
  const conditions = [
    topic && categoryName(topic),
    hasCode && 'with code',
    year && `published in ${year}`,
  ].filter(Boolean);
  return `${conditions.join(', ')}; ${order === 'new' ? 'the newest' : 'trending'} first`;
}

/** Returns the filter without each of its conditions, with labels. */
export function looserFilters(filter: Filter): { words: string; filter: Filter }[] {
  const { topic, hasCode, year } = filter;
  return [
    ...(topic ? [{ words: `Without ${topic}`, filter: { ...filter, topic: null } }] : []),
    ...(hasCode ? [{ words: 'With or without code', filter: { ...filter, hasCode: false } }] : []),
    ...(year ? [{ words: 'Of any year', filter: { ...filter, year: null } }] : []),
  ];
}
