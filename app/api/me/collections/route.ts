import { revalidateTag } from 'next/cache';
import { ok, type Result, refuse } from '@/lib/base/errors';
import { listOwnFor } from '@/lib/collections/data';
import { collectInput, createInput, ownInput } from '@/lib/collections/schema';
import { collectPaper, createCollection } from '@/lib/collections/service';
import { defineRoute } from '@/lib/web/route';

/** Here at once; the other instances learn of it by the service's notice. */
function shownAnew<T extends { tags: string[] }>(result: Result<T>): Result<T> {
  if (result.ok) for (const tag of result.data.tags) revalidateTag(tag, { expire: 0 });
  return result;
}

/** The reader's collections, and which of them hold a paper. */
export const GET = defineRoute({
  name: 'getMyCollections',
  input: ownInput,
  limit: 'api',
  run: async ({ viewer }, { paper }) =>
    viewer ? ok({ collections: await listOwnFor(viewer, paper) }) : refuse('signed_out'),
});

export const PUT = defineRoute({
  name: 'collectPaper',
  input: collectInput,
  limit: 'collection',
  run: async (context, input) => shownAnew(await collectPaper(context, input)),
});

export const POST = defineRoute({
  name: 'createCollection',
  input: createInput,
  limit: 'collection',
  run: async (context, input) => shownAnew(await createCollection(context, input)),
});
