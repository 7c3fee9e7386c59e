import { listCollected } from '@/db/queries/collections';
import { getPaperIdBySlug, listExportPapers } from '@/db/queries/exports';
import { getCollection } from '@/lib/collections/data';
import { MOST_LISTED } from '@/lib/search/schema';
import { parseSource } from '@/lib/syndication/paths';
import { listOfSource } from '@/lib/syndication/sources';
import type { Source } from '@/lib/syndication/types';
import { withDeadline } from '@/lib/web/deadline';
import type { PublicFile } from '@/lib/web/public-file';
import { publicRead } from '@/lib/web/public-read';
import type { Viewer } from '@/lib/web/types';
import { exportPapers } from './export-papers';
import { EXPORT_FORMATS, type ExportFormat } from './types';

/** Most papers in one file; larger exports need the dump. */
export const MOST_EXPORTED = 500;

const formatOf = (name: unknown): ExportFormat | undefined =>
  EXPORT_FORMATS.find((format) => format === name);

async function file(ids: number[], format: ExportFormat, name: string): Promise<PublicFile> {
  const papers = await listExportPapers(ids);
  const plain = name.replace(/[^A-Za-z0-9._-]+/g, '-').replace(/^-+|-+$/g, '');
  return {
    ...exportPapers(papers, format),
    age: 300,
    download: `${plain || 'papers'}.${format}`,
    headers: { 'x-robots-tag': 'noindex' },
  };
}

/** Exports the first papers of a list as a file; null if there is no such list. */
export async function exportSource(
  source: Source | null,
  format: unknown,
  name: string,
): Promise<PublicFile | null> {
  const known = formatOf(format);
  if (!known || !source || source.kind === 'comments' || source.kind === 'discussion') return null;
  return publicRead(async () => {
    // A search's export has the same papers as its pages.
    const most = source.kind === 'search' ? MOST_LISTED : MOST_EXPORTED;
    const list = await listOfSource(source, most, { latest: false });
    return list && file(list.ids, known, name);
  });
}

/** Private to the owner, so no proxy may store it. */
const ITS_OWNERS = {
  'cache-control': 'private, no-store',
  'cross-origin-resource-policy': 'same-origin',
};

/** Exports a collection in its owner's order; null if the viewer cannot see it. */
export async function exportCollection(
  viewer: Viewer | null,
  key: string,
  format: unknown,
): Promise<PublicFile | null> {
  const known = formatOf(format);
  const found = known && (await getCollection(viewer, key));
  if (!found) return null;
  return withDeadline(async () => {
    const rows = await listCollected(found.id, { limit: MOST_EXPORTED });
    const ids = rows.map(({ paperId }) => paperId);
    const made = await file(ids, known, found.name);
    const open = found.visibility !== 'private' && !found.hidden;
    return open ? made : { ...made, headers: { ...made.headers, ...ITS_OWNERS } };
  });
}

/** Exports the list or the single paper with the page at `path`. */
export async function exportPath(path: string, format: unknown): Promise<PublicFile | null> {
  const source = parseSource(path);
  if (source) return exportSource(source, format, path);
  const known = formatOf(format);
  const slug = /^papers\/(.+)$/.exec(path)?.[1];
  if (!known || !slug) return null;
  return publicRead(async () => {
    const id = await getPaperIdBySlug(slug);
    return id === null ? null : file([id], known, slug);
  });
}
