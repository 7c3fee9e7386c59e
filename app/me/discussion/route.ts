import { ok } from '@/lib/base/errors';
import { listNewestComments } from '@/lib/comments/data';
import { discussionInput } from '@/lib/comments/schema';
import { methodsOf } from '@/lib/web/methods-of';
import { defineRoute } from '@/lib/web/route';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methodsOf({
  /** What an open page of a discussion asks for now and then: it is the same for everybody. */
  GET: defineRoute({
    name: 'getNewestComments',
    input: discussionInput,
    limit: 'api',
    run: async (_context, { paper }) => ok({ comments: await listNewestComments(paper) }),
  }),
});
