import { escapeHtml } from '@/lib/base/escape';
import { SLUG } from '@/lib/papers/paths';
import type { PublicFile } from '@/lib/web/public-file';
import { exportPath } from './data';
import type { ExportFormat } from './types';

/** Names as Zotero knows them, the most telling first. */
const FORMATS: Record<string, { format: ExportFormat; type: string }> = {
  ris: { format: 'ris', type: 'application/x-research-info-systems' },
  bibtex: { format: 'bib', type: 'application/x-bibtex' },
};

/** Returns the formats of all papers or of one, or the paper in the format that is asked for. */
export async function readUnapi(query: URLSearchParams): Promise<PublicFile | null> {
  const [id, name] = [query.get('id'), query.get('format')];
  if (id !== null && !SLUG.test(id)) return null;
  if (id === null || name === null) return formatList(id);
  const known = Object.hasOwn(FORMATS, name) ? FORMATS[name] : undefined;
  if (!known) return null;
  const file = await exportPath(`papers/${id}`, known.format);
  return file && { ...file, type: `${known.type}; charset=utf-8`, download: undefined };
}

function formatList(id: string | null): PublicFile {
  const formats = Object.entries(FORMATS).map(
    ([name, { type }]) => `  <format name="${name}" type="${type}"/>`,
  );
  const of = id === null ? '' : ` id="${escapeHtml(id)}"`;
  return {
    body: `<?xml version="1.0" encoding="UTF-8"?>\n<formats${of}>\n${formats.join('\n')}\n</formats>\n`,
    type: 'application/xml; charset=utf-8',
    age: 3_600,
  };
}
