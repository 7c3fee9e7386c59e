import type { Filters } from './filters';
import type { Sort } from './types';

export type Search = {
  q: string;
  filters?: Filters;
  sort?: Sort;
  limit: number;
  offset?: number;
  /** Disables the correction of words. */
  exact?: boolean;
};

export type Found = {
  /** A page of the results: first papers with all words, then those with some. */
  ids: number[];
  /** Papers with all words, and papers with only some; their sum is the number of results. */
  all: number;
  some: number;
  more: boolean;
  /** The corrected query, if words were misspelled. */
  corrected: string | null;
  /** Whether the phrase had no match, so that its words were searched separately. */
  loosened: boolean;
  /** The stems that match. */
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
