import { ok } from '@/lib/errors';
import { defineRoute } from '@/lib/http/route';
import { suggestParams } from '@/lib/search/schema';
import { suggest } from '@/lib/search/suggest';

export const GET = defineRoute({
  name: 'suggest',
  input: suggestParams,
  limit: 'search',
  run: async (_, { q }) => ok({ suggestions: await suggest(q) }),
  // The same for everybody, and asked again with every letter taken back.
  finish: (response) => {
    if (response.ok) response.headers.set('cache-control', 'public, max-age=60');
  },
});
