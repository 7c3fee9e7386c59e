import type { Filters } from './filters';
import type { Sort } from './types';

export type Search = {
  q: string;
  filters?: Filters;
  sort?: Sort;
  limit: number;
  offset?: number;
  /** Takes every word as it is typed. */
  exact?: boolean;
};

export type Found = {
  /** A page of the papers found: first those with all words, then those with some. */
  ids: number[];
  /** Papers with all words, and with some but not all; together the papers that pages list. */
  all: number;
  some: number;
  more: boolean;
  /** What was looked for instead, because words were misspelled. */
  corrected: string | null;
  /** No paper has the phrase: its words were looked for one by one. */
  loosened: boolean;
  /** The stems that results are found by. */
  stems: string[];
};

export const NOTHING: Found = {
  ids: [],
  all: 0,
  some: 0,
  more: false,
  corrected: null,
  loosened: false,
  stems: [],
};
