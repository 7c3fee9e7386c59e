import { exportSource } from '@/lib/exports/data';
import { readFilter } from '@/lib/papers/filter';
import { filterFeed } from '@/lib/papers/paths';
import { definePublicFile } from '@/lib/web/public-file';

export const GET = definePublicFile({
  name: 'exportFiltered',
  limit: 'api',
  run: async (request, { format }) => {
    const asked = readFilter(new URL(request.url).searchParams, new Date().getUTCFullYear());
    if (!asked.ok) return null;
    const feed = filterFeed(asked.filter);
    return exportSource({ kind: 'papers', feed }, format, 'papers');
  },
});
