import { exportSource } from '@/lib/exports/data';
import { searchParams } from '@/lib/search/schema';
import { definePublicFile } from '@/lib/web/public-file';

export const GET = definePublicFile({
  name: 'exportSearch',
  limit: 'search',
  run: async (request, { format }) => {
    const asked = searchParams
      .omit({ page: true })
      .safeParse(Object.fromEntries(new URL(request.url).searchParams));
    if (!asked.success) return null;
    const params = { ...asked.data, sort: asked.data.sort || 'relevance' };
    return exportSource({ kind: 'search', params }, format, `search-${params.q.slice(0, 40)}`);
  },
});
