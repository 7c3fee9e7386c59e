import { z } from 'zod';
import { ok, refuse } from '@/lib/errors';
import { getFollows } from '@/lib/follows/data';
import { defineRoute } from '@/lib/http/route';

export const GET = defineRoute({
  name: 'getMyFollows',
  input: z.object({}),
  limit: 'api',
  run: async ({ viewer }) => (viewer ? ok(await getFollows(viewer.id)) : refuse('signed_out')),
});
