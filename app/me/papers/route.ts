import { ok, refuse } from '@/lib/base/errors';
import { getPaperOverlays } from '@/lib/votes/data';
import { overlayInput } from '@/lib/votes/schema';
import { methodsOf } from '@/lib/web/methods-of';
import { defineRoute } from '@/lib/web/route';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methodsOf({
  GET: defineRoute({
    name: 'getMyPapers',
    input: overlayInput,
    limit: 'api',
    run: async ({ viewer }, { ids }) =>
      viewer ? ok(await getPaperOverlays(viewer.id, ids)) : refuse('signed_out'),
  }),
});
