import type { PaperSummary } from '@/lib/papers/types';

export const SORTS = ['relevance', 'trending', 'date', 'upvotes'] as const;
export type Sort = (typeof SORTS)[number];

/** The terms of an indexed paper, from which its postings are made. */
export type IndexedDocument = {
  paperId: number;
  /** As Postgres prints a tsvector; title words have weight A. */
  vector: string;
  tags: string[];
};

/** A stored block of the inverted index. */
export type PostingRow = { term: string; block: number; postings: Buffer };

/** Totals of the index. */
export type IndexSize = { documents: number; words: number };

/** The results of a search for its page. */
export type SearchPage = {
  papers: PaperSummary[];
  /** Papers with all words, which come first, and papers with some of them. */
  all: number;
  some: number;
  page: number;
  /** How many papers of this page have all words; they come first. */
  complete: number;
  more: boolean;
  /** The corrected query, if words were misspelled. */
  corrected: string | null;
  /** Whether the phrase had no match, so that its words were searched separately. */
  loosened: boolean;
  /** The existing papers of `like:`. */
  like: { slug: string; title: string }[];
  /** Words to highlight, in the spelling of the papers. */
  marks: string[];
};

export type Suggestion = {
  kind: 'paper' | 'author' | 'topic' | 'organization' | 'reader';
  label: string;
  /** A path of this site. */
  href: string;
};
