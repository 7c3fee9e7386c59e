import { stringify } from 'csv-stringify/sync';
import { plainText } from '@/lib/markup/plain';
import { sourceUrl } from '@/lib/papers/links';
import { retractionNote } from '@/lib/papers/retraction';
import type { ExportPaper } from './types';

const more = ({ authors, authorCount }: ExportPaper) =>
  authorCount > authors.length ? [`and ${authorCount - authors.length} more`] : [];

/**
 * Where a formula could start: at the start of a cell, or after a character that some spreadsheet
 * uses as separator. A spreadsheet that separates by `;` finds such cells inside ours.
 */
const FORMULA = /(^|[,;|\t\r\n])[\s"]*(?=[=+@\-\uff1d\uff0b\uff20\uff0d])/g;

/** Puts an apostrophe before everything that a spreadsheet would evaluate. */
const uncalculated = (text: string): string => text.replace(FORMULA, "$&'");

/** Renders a table for spreadsheets, safe against formula injection. */
export const csv = (papers: ExportPaper[], url: string): string =>
  stringify(
    papers.map((paper) => ({
      title: plainText(paper.title),
      authors: [...paper.authors.map(({ name }) => name), ...more(paper)].join('; '),
      organization: paper.organization?.name ?? '',
      published: paper.publishedAt.slice(0, 10),
      categories: paper.categories.join(' '),
      arxiv: paper.source === 'arxiv' ? paper.externalId : '',
      doi: paper.doi ?? '',
      journal: paper.journalRef ?? '',
      state: paper.retraction ? retractionNote(paper.retraction) : '',
      upvotes: paper.upvotes,
      comments: paper.comments,
      page: `${url}/papers/${paper.slug}`,
      source: sourceUrl(paper) ?? '',
      code: paper.codeUrl ?? '',
      abstract: plainText(paper.abstract),
    })),
    {
      header: true,
      columns: [...COLUMNS],
      bom: true,
      quoted: true,
      quoted_empty: true,
      cast: { string: uncalculated },
      record_delimiter: 'windows',
    },
  );

const COLUMNS = [
  'title',
  'authors',
  'organization',
  'published',
  'categories',
  'arxiv',
  'doi',
  'journal',
  'state',
  'upvotes',
  'comments',
  'page',
  'source',
  'code',
  'abstract',
] as const;
