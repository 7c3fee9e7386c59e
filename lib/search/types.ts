import type { PaperSummary } from '@/lib/papers/types';

export const SORTS = ['relevance', 'trending', 'date', 'upvotes'] as const;
export type Sort = (typeof SORTS)[number];

/** A paper of the index in its terms: what its postings are made of. */
export type IndexedDocument = {
  paperId: number;
  /** As Postgres prints a tsvector; title words have weight A. */
  vector: string;
  tags: string[];
};

/** One stored piece of the inverted index. */
export type PostingRow = { term: string; block: number; postings: Buffer };

/** What the index is about as a whole. */
export type IndexSize = { documents: number; words: number };

/** What a search found, ready to be shown. */
export type SearchPage = {
  papers: PaperSummary[];
  /** Papers found with all words, which come first, and with some of them. */
  all: number;
  some: number;
  page: number;
  /** How many of this page's papers have all words: the first ones. */
  complete: number;
  more: boolean;
  /** The query that was answered, where words of the one that was asked were misspelled. */
  corrected: string | null;
  /** No paper has the phrase: its words were looked for one by one. */
  loosened: boolean;
  /** The papers that `like:` names, as far as they are here. */
  like: { slug: string; title: string }[];
  /** Words as they stand in the papers shown, to be marked. */
  marks: string[];
};

export type Suggestion = {
  kind: 'paper' | 'author' | 'topic' | 'organization' | 'reader';
  label: string;
  /** A path of this site. */
  href: string;
};
