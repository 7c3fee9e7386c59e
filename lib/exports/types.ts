import type { Retraction } from '@/lib/papers/types';

export const EXPORT_FORMATS = ['bib', 'ris', 'csl.json', 'csv'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** The fields of a paper for citations and tables. */
export type ExportPaper = {
  id: number;
  slug: string;
  source: string;
  externalId: string;
  title: string;
  abstract: string;
  keywords: string[];
  /** At most the first 200; `authorCount` is the total. */
  authors: { name: string }[];
  authorCount: number;
  organization: { name: string } | null;
  /** ISO time. */
  publishedAt: string;
  categories: string[];
  doi: string | null;
  journalRef: string | null;
  retraction?: Retraction | null;
  codeUrl: string | null;
  upvotes: number;
  comments: number;
};
