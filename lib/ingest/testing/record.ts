import type { PaperRecord } from '../types';

/** Creates a record of a paper, as if from arXiv. */
export const paperRecord = (facts: Partial<PaperRecord> = {}): PaperRecord => ({
  source: 'arxiv',
  externalId: '2201.04388',
  version: 1,
  title: 'Title',
  abstract: 'Abstract.',
  authors: ['Ada Lovelace', 'Grace Hopper'],
  publishedAt: '2022-01-12T10:00:00.000Z',
  revisedAt: null,
  categories: ['cs.CV', 'cs.LG'],
  doi: null,
  journalRef: null,
  note: null,
  withdrawn: null,
  codeUrl: null,
  codeStars: null,
  projectUrl: null,
  summary: null,
  summaryBy: null,
  keywords: [],
  organization: null,
  mediaUrls: [],
  listing: null,
  ...facts,
});
