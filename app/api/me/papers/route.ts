import { ok, refuse } from '@/lib/base/errors';
import { getPaperOverlays } from '@/lib/votes/data';
import { overlayInput } from '@/lib/votes/schema';
import { defineRoute } from '@/lib/web/route';

export const GET = defineRoute({
  name: 'getMyPapers',
  input: overlayInput,
  limit: 'api',
  run: async ({ viewer }, { ids }) =>
    viewer ? ok(await getPaperOverlays(viewer.id, ids)) : refuse('signed_out'),
});
