import { robotsText } from '@/lib/discovery/robots';
import { site } from '@/lib/site/site';
import { definePublicFile } from '@/lib/web/public-file';

/** Paths that crawlers should skip, and the location of the sitemaps. */
export const GET = definePublicFile({
  name: 'readRobots',
  run: async () => ({
    body: robotsText(site().url),
    type: 'text/plain; charset=utf-8',
    age: 3600,
  }),
});
