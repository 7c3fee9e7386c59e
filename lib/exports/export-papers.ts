import { siteUrl } from '@/lib/base/env';
import { writable } from '@/lib/markup/xml';
import { bibliography } from '@/lib/papers/bibtex';
import { csl } from './csl';
import { csv } from './csv';
import { ris } from './ris';
import type { ExportFormat, ExportPaper } from './types';

export type ExportedFile = { body: string; type: string };

const WRITERS: Record<
  ExportFormat,
  { type: string; write: (papers: ExportPaper[], url: string) => string }
> = {
  bib: {
    type: 'application/x-bibtex; charset=utf-8',
    write: (papers) => `${bibliography(papers)}\n`,
  },
  ris: { type: 'application/x-research-info-systems; charset=utf-8', write: ris },
  'csl.json': { type: 'application/vnd.citationstyles.csl+json', write: csl },
  csv: { type: 'text/csv; charset=utf-8', write: csv },
};

/** Renders papers in one of the formats, in the given order, as a file with its media type. */
export function exportPapers(
  papers: ExportPaper[],
  format: ExportFormat,
  url = siteUrl(),
): ExportedFile {
  const { type, write } = WRITERS[format];
  return { body: format === 'csl.json' ? write(papers, url) : writable(write(papers, url)), type };
}
