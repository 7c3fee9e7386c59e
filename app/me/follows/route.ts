import { z } from 'zod';
import { ok, refuse } from '@/lib/base/errors';
import { getFollows } from '@/lib/follows/data';
import { methodsOf } from '@/lib/web/methods-of';
import { defineRoute } from '@/lib/web/route';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methodsOf({
  GET: defineRoute({
    name: 'getMyFollows',
    input: z.object({}),
    limit: 'api',
    run: async ({ viewer }) => (viewer ? ok(await getFollows(viewer.id)) : refuse('signed_out')),
  }),
});
