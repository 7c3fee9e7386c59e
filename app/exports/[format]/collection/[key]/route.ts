import { exportCollection } from '@/lib/exports/data';
import { definePublicFile } from '@/lib/web/public-file';
import { viewerOf } from '@/lib/web/viewer';

/** A collection's papers. Private ones only for the owner, with caching disabled. */
export const GET = definePublicFile({
  name: 'exportCollection',
  limit: 'api',
  run: async ({ headers }, { format, key }) =>
    exportCollection(await viewerOf(headers), String(key), format),
});
