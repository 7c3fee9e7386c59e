import { ok } from '@/lib/base/errors';
import { arrangeFields, collectionForm, keyIn } from '@/lib/collections/form';
import { editCollectionPath } from '@/lib/collections/paths';
import { arrangePapers } from '@/lib/collections/service';
import { PAGE_SIZE } from '@/lib/papers/paths';

/** Leads to the page of the paper that was moved, where its row has the focus. */
export const POST = collectionForm({
  name: 'arrangePapers',
  input: arrangeFields,
  run: async (context, input) => {
    const result = await arrangePapers(context, input);
    return result.ok ? ok({ ...input, ...result.data }) : result;
  },
  done: ({ key, tags, move, remove, page }) => ({
    path: move
      ? editCollectionPath(key, {
          done: 'moved',
          paper: move.paper,
          page: String(Math.ceil(move.to / PAGE_SIZE)),
        })
      : editCollectionPath(key, { done: remove ? 'removed' : 'noted', page }),
    tags,
  }),
  back: (fields, query) =>
    editCollectionPath(keyIn(fields), { ...query, page: (fields.get('page') ?? '').slice(0, 3) }),
});
