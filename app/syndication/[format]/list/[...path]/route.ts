import { definePublicFile } from '@/lib/http/public-file';
import { parseSource } from '@/lib/syndication/paths';
import { feedFile } from '@/lib/syndication/route';

/** A feed of what stands at a path of its own. */
export const GET = definePublicFile({
  name: 'readFeed',
  run: async (request, { format, path }) =>
    feedFile(parseSource([path].flat().join('/')), format, request),
});
