import { exportPath } from '@/lib/exports/data';
import { getMergedInto } from '@/lib/papers/data';
import { paperPath } from '@/lib/papers/paths';
import { definePublicFile } from '@/lib/web/public-file';

/** The papers of a list, or a single one, in a citation format or as a table. */
export const GET = definePublicFile({
  name: 'exportPapers',
  limit: 'api',
  run: async (_, { format, path }) => {
    const place = [path].flat().join('/');
    const file = await exportPath(place, format);
    const slug = /^papers\/(.+)$/.exec(place)?.[1];
    if (file || !slug) return file;
    const merged = await getMergedInto(slug);
    return merged && `${paperPath(merged)}/export.${format}`;
  },
});
