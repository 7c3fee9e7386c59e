import { ok } from '@/lib/base/errors';
import { collectionForm, typed } from '@/lib/collections/form';
import { collectionPath, collectionsPath, savePath } from '@/lib/collections/paths';
import { createInput } from '@/lib/collections/schema';
import { createCollection } from '@/lib/collections/service';
import { SLUG } from '@/lib/papers/paths';

/** With a paper it comes from the page that saves it, and leads back there. */
export const POST = collectionForm({
  name: 'createCollection',
  input: createInput,
  run: async (context, input) => {
    const result = await createCollection(context, input);
    return result.ok ? ok({ ...result.data, paper: input.paper }) : result;
  },
  done: ({ key, paper, tags }) => ({
    path: paper ? savePath(paper, { done: 'created' }) : collectionPath(key),
    tags,
  }),
  back: (fields, query) => {
    const paper = fields.get('paper') ?? '';
    const kept = { ...query, ...typed(fields) };
    return SLUG.test(paper) ? savePath(paper, kept) : collectionsPath(kept);
  },
});
