import { viewerOf } from '@/lib/auth/viewer';
import { exportCollection } from '@/lib/exports/data';
import { definePublicFile } from '@/lib/http/public-file';

/** A collection's papers; those of a private one for its owner, and kept by nobody on the way. */
export const GET = definePublicFile({
  name: 'exportCollection',
  limit: 'api',
  run: async ({ headers }, { format, key }) =>
    exportCollection(await viewerOf(headers), String(key), format),
});
