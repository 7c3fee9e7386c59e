import { exportCollection } from '@/lib/exports/data';
import { definePublicFile } from '@/lib/web/public-file';
import { viewerOf } from '@/lib/web/viewer';

/** A collection's papers; those of a private one for its owner, and kept by nobody on the way. */
export const GET = definePublicFile({
  name: 'exportCollection',
  limit: 'api',
  run: async ({ headers }, { format, key }) =>
    exportCollection(await viewerOf(headers), String(key), format),
});
