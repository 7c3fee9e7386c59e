import { getSitemapIndex } from '@/lib/discovery/data';
import { definePublicFile } from '@/lib/web/public-file';

export const GET = definePublicFile({
  name: 'readSitemapIndex',
  run: async () => ({ body: await getSitemapIndex(), type: 'application/xml', age: 3600 }),
});
