import { z } from 'zod';
import { ok, refuse } from '@/lib/base/errors';
import { getFollows } from '@/lib/follows/data';
import { defineRoute } from '@/lib/web/route';

export const GET = defineRoute({
  name: 'getMyFollows',
  input: z.object({}),
  limit: 'api',
  run: async ({ viewer }) => (viewer ? ok(await getFollows(viewer.id)) : refuse('signed_out')),
});
