import { z } from 'zod';
import { ok, refuse } from '@/lib/base/errors';
import { listSavedSlugs } from '@/lib/collections/data';
import { methodsOf } from '@/lib/web/methods-of';
import { defineRoute } from '@/lib/web/route';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methodsOf({
  /** The papers that the viewer saved last, which the browser keeps for reading offline. */
  GET: defineRoute({
    name: 'getMySaved',
    input: z.object({}),
    limit: 'api',
    run: async ({ viewer }) =>
      viewer ? ok({ papers: await listSavedSlugs(viewer) }) : refuse('signed_out'),
  }),
});
