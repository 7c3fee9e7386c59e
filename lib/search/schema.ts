import { z } from 'zod';
import { exactText, freeText } from '@/lib/base/input-text';
import { PAGE_SIZE } from '@/lib/papers/paths';
import type { Filters } from './filters';
import { LONGEST_QUERY, parseTopic, parseYears } from './query';
import { SORTS, type Sort } from './types';

/** The parameters of a search's address, as sent. */
export const searchParams = z.object({
  q: freeText().max(LONGEST_QUERY).default(''),
  topic: exactText().max(60).default(''),
  year: exactText().max(20).default(''),
  author: freeText().max(100).default(''),
  organization: freeText().max(100).default(''),
  code: exactText().max(5).default(''),
  daily: exactText().max(5).default(''),
  upvotes: exactText().max(10).default(''),
  sort: exactText().max(20).default(''),
  page: exactText().max(5).default(''),
  exact: exactText().max(5).default(''),
});
export type SearchParams = z.output<typeof searchParams>;

export type SearchRequest = {
  q: string;
  filters: Filters;
  sort: Sort;
  page: number;
  exact: boolean;
};

/** Pages of results, and the papers that they and an export list at most. */
export const LAST_RESULTS = 40;
export const MOST_LISTED = LAST_RESULTS * PAGE_SIZE;

/** Returns the parsed request, and by field the invalid values that were ignored. */
export function readRequest(params: SearchParams): {
  request: SearchRequest;
  problems: Partial<Record<keyof SearchParams, string>>;
} {
  const problems: Partial<Record<keyof SearchParams, string>> = {};
  const filters: Filters = {};
  const topic = parseTopic(params.topic);
  if (topic) filters.topic = topic;
  else if (params.topic.trim()) problems.topic = 'There is no such topic.';
  const years = parseYears(params.year);
  if (years) filters.years = years;
  else if (params.year.trim()) problems.year = 'A year is like 2017, years are like 2015-2018.';
  if (params.author.trim()) filters.author = params.author.trim();
  if (params.organization.trim()) filters.organization = params.organization.trim();
  if (params.code) filters.code = true;
  if (params.daily) filters.daily = true;
  const upvotes = Number(params.upvotes);
  if (Number.isInteger(upvotes) && upvotes > 0) filters.upvotes = Math.min(upvotes, 1_000_000);
  else if (params.upvotes.trim() && upvotes !== 0) problems.upvotes = 'This is no whole number.';
  const page = Number(params.page || 1);
  const valid = Number.isInteger(page) && page >= 1 && page <= LAST_RESULTS;
  return {
    request: {
      q: params.q.trim(),
      filters,
      sort: SORTS.find((sort) => sort === params.sort) ?? 'relevance',
      page: valid ? page : 1,
      exact: Boolean(params.exact),
    },
    problems,
  };
}

export const suggestParams = z.object({ q: freeText().max(LONGEST_QUERY).default('') });
