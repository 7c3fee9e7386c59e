import type { ExportFormat } from './types';

export const EXPORT_NAMES: Record<ExportFormat, string> = {
  bib: 'BibTeX',
  ris: 'RIS',
  'csl.json': 'CSL-JSON',
  csv: 'CSV',
};
