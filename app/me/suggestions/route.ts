import { ok } from '@/lib/base/errors';
import { suggestParams } from '@/lib/search/schema';
import { suggest } from '@/lib/search/suggest';
import { methodsOf } from '@/lib/web/methods-of';
import { defineRoute } from '@/lib/web/route';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methodsOf({
  GET: defineRoute({
    name: 'suggest',
    input: suggestParams,
    limit: 'search',
    run: async (_, { q }) => ok({ suggestions: await suggest(q) }),
    // The same for every viewer, and requested again whenever a letter is deleted.
    finish: (response) => {
      if (response.ok) response.headers.set('cache-control', 'public, max-age=60');
    },
  }),
});
