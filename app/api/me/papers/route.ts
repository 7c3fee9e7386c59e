import { ok, refuse } from '@/lib/errors';
import { defineRoute } from '@/lib/http/route';
import { getPaperOverlays } from '@/lib/votes/data';
import { overlayInput } from '@/lib/votes/schema';

export const GET = defineRoute({
  name: 'getMyPapers',
  input: overlayInput,
  limit: 'api',
  run: async ({ viewer }, { ids }) =>
    viewer ? ok(await getPaperOverlays(viewer.id, ids)) : refuse('signed_out'),
});
