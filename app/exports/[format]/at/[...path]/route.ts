import { exportPath } from '@/lib/exports/data';
import { definePublicFile } from '@/lib/http/public-file';

/** The papers of a list or a single one, to be cited or counted elsewhere. */
export const GET = definePublicFile({
  name: 'exportPapers',
  limit: 'api',
  run: async (_, { format, path }) => exportPath([path].flat().join('/'), format),
});
