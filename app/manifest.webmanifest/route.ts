import { manifest } from '@/lib/site/manifest';
import { definePublicFile } from '@/lib/web/public-file';

/** Not Next's own `manifest.ts`, whose answer has no ETag. */
export const GET = definePublicFile({
  name: 'readManifest',
  run: async () => ({
    body: JSON.stringify(manifest()),
    type: 'application/manifest+json',
    age: 3_600,
  }),
});
