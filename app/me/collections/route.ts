import { ok, refuse } from '@/lib/base/errors';
import { listOwnFor } from '@/lib/collections/data';
import { ownInput } from '@/lib/collections/schema';
import { verbs } from '@/lib/collections/verbs';
import { methodsOf } from '@/lib/web/methods-of';
import { defineRoute } from '@/lib/web/route';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methodsOf({
  /** The viewer's collections, and which of them contain a paper. */
  GET: defineRoute({
    name: 'getMyCollections',
    input: ownInput,
    limit: 'api',
    run: async ({ viewer }, { paper }) =>
      viewer ? ok({ collections: await listOwnFor(viewer, paper) }) : refuse('signed_out'),
  }),
  PUT: defineRoute(verbs.collectPaper),
  POST: defineRoute(verbs.createCollection),
});
