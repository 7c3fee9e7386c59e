import { z } from 'zod';
import { ok, refuse } from '@/lib/base/errors';
import { getFilters } from '@/lib/filters/data';
import { filterInput } from '@/lib/filters/schema';
import { setFilter } from '@/lib/filters/service';
import { defineRoute } from '@/lib/web/route';

export const GET = defineRoute({
  name: 'getMyFilters',
  input: z.object({}),
  limit: 'api',
  run: async ({ viewer }) => (viewer ? ok(await getFilters(viewer.id)) : refuse('signed_out')),
});

/** A route and no action: a page that is left at once still sends it (`keepalive`). */
export const PUT = defineRoute({
  name: 'setMyFilter',
  input: filterInput,
  limit: 'api',
  run: setFilter,
});
