import { listAddress } from '@/lib/syndication/paths';
import type { PaperSource } from '@/lib/syndication/types';
import type { ExportFormat } from './types';

/** The address of an export, below its page: `/papers/new/export.bib`, `/search/export.csv?q=…`. */
export function exportAddress(source: PaperSource, format: ExportFormat): string {
  const { path, query } = listAddress(source);
  return `${path}/export.${format}${query ? `?${query}` : ''}`;
}

/** Where reference managers ask for the papers of a page, each named by its slug (https://unapi.info). */
export const UNAPI_PATH = '/unapi';
