import { authorTag, CODE_TAG, DAILY_TAG, organizationTag, topicTag, yearTag } from './tags';
import { normalized, wordsOf } from './words';

export type Years = { from: number; to: number };

/** Filters of results, besides the query's operators. */
export type Filters = {
  topic?: string;
  years?: Years;
  author?: string;
  /** An organization's slug. */
  organization?: string;
  code?: boolean;
  daily?: boolean;
  upvotes?: number;
};

/** The range of publication years. */
export const FIRST_YEAR = 1900;
const LAST_YEAR = () => new Date().getUTCFullYear() + 1;

export function yearTags(years: Years | null | undefined): string[] {
  if (!years) return [];
  const from = Math.max(years.from, FIRST_YEAR);
  const to = Math.min(years.to, LAST_YEAR());
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, n) => yearTag(from + n));
}

/** Returns groups of tags: a paper must have one of each group. */
export function filterTags(filters: Filters): string[][] {
  const groups: string[][] = [];
  if (filters.topic) groups.push([topicTag(filters.topic)]);
  if (filters.years) groups.push(yearTags(filters.years));
  if (filters.organization) groups.push([organizationTag(filters.organization)]);
  if (filters.code) groups.push([CODE_TAG]);
  if (filters.daily) groups.push([DAILY_TAG]);
  for (const word of wordsOf(normalized(filters.author ?? ''))) groups.push([authorTag(word)]);
  return groups;
}
