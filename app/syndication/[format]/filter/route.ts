import { readFilter } from '@/lib/papers/filter';
import { filterFeed } from '@/lib/papers/paths';
import { feedFile } from '@/lib/syndication/route';
import { definePublicFile } from '@/lib/web/public-file';

export const GET = definePublicFile({
  name: 'readFilterFeed',
  run: async (request, { format }) => {
    const asked = readFilter(new URL(request.url).searchParams, new Date().getUTCFullYear());
    return asked.ok
      ? feedFile({ kind: 'papers', feed: filterFeed(asked.filter) }, format, request)
      : null;
  },
});
