import { searchParams } from '@/lib/search/schema';
import { feedFile } from '@/lib/syndication/route';
import { definePublicFile } from '@/lib/web/public-file';

export const GET = definePublicFile({
  name: 'readSearchFeed',
  limit: 'search',
  run: async (request, { format }) => {
    const asked = searchParams
      .omit({ page: true })
      .safeParse(Object.fromEntries(new URL(request.url).searchParams));
    return asked.success
      ? feedFile({ kind: 'search', params: asked.data }, format, request, 300)
      : null;
  },
});
