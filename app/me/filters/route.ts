import { z } from 'zod';
import { ok, refuse } from '@/lib/base/errors';
import { getFilters } from '@/lib/filters/data';
import { verbs } from '@/lib/filters/verbs';
import { methodsOf } from '@/lib/web/methods-of';
import { defineRoute } from '@/lib/web/route';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methodsOf({
  GET: defineRoute({
    name: 'getMyFilters',
    input: z.object({}),
    limit: 'api',
    run: async ({ viewer }) => (viewer ? ok(await getFilters(viewer.id)) : refuse('signed_out')),
  }),
  // A route instead of an action, so that `keepalive` sends it even if the page unloads at once.
  PUT: defineRoute(verbs.setFilter),
});
