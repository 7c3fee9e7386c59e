import { ok } from '@/lib/base/errors';
import { collectionForm } from '@/lib/collections/form';
import { collectionsPath, savePath } from '@/lib/collections/paths';
import { collectFields } from '@/lib/collections/schema';
import { collectPaper } from '@/lib/collections/service';
import { SLUG } from '@/lib/papers/paths';

/** The buttons of the page that saves a paper, which need no script. */
export const POST = collectionForm({
  name: 'collectPaper',
  input: collectFields,
  run: async (context, input) => {
    const result = await collectPaper(context, input);
    return result.ok ? ok({ ...result.data, paper: input.paper }) : result;
  },
  done: ({ key, paper, there, tags }) => ({
    path: savePath(paper, { done: there ? 'added' : 'removed', at: key }),
    tags,
  }),
  back: (fields, query) => {
    const paper = fields.get('paper') ?? '';
    return SLUG.test(paper) ? savePath(paper, query) : collectionsPath(query);
  },
});
