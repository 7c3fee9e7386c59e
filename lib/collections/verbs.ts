import { paperIntent } from '@/lib/papers/intent';
import { PAGE_SIZE, SLUG } from '@/lib/papers/paths';
import { typedText } from '@/lib/web/typed-text';
import { named, verb } from '@/lib/web/verb';
import { arrangeFields, keyIn, typed } from './fields';
import { collectionPath, collectionsPath, editCollectionPath, savedId, savePath } from './paths';
import {
  arrangeInput,
  collectFields,
  collectInput,
  createInput,
  ofCollection,
  saveInput,
  updateInput,
} from './schema';
import * as service from './service';

const toEdit = (fields: URLSearchParams, query: Record<string, string>) =>
  editCollectionPath(keyIn(fields), query);

/** Returns the page that saves a paper, if the form came from it. */
const toSave = (fields: URLSearchParams, query: Record<string, string>) => {
  const paper = fields.get('paper') ?? '';
  return SLUG.test(paper) ? savePath(paper, query) : collectionsPath(query);
};

export const verbs = named('collections', {
  createCollection: verb({
    who: 'member',
    limit: 'collection',
    input: createInput,
    run: service.createCollection,
    done: ({ key }, { paper }) =>
      paper ? savePath(paper, { done: 'created' }) : collectionPath(key),
    back: (fields, query) => toSave(fields, { ...query, ...typed(fields) }),
  }),
  updateCollection: verb({
    who: 'owner',
    limit: 'collection',
    input: updateInput,
    run: service.updateCollection,
    done: ({ key }) => editCollectionPath(key, { done: 'saved' }),
    back: (fields, query) => toEdit(fields, { ...query, ...typed(fields) }),
  }),
  deleteCollection: verb({
    who: 'owner',
    limit: 'collection',
    input: ofCollection,
    run: service.deleteCollection,
    done: () => collectionsPath({ done: 'deleted' }),
    back: toEdit,
  }),
  collectPaper: verb({
    who: 'owner',
    limit: 'collection',
    input: collectInput,
    fields: collectFields,
    run: service.collectPaper,
    done: ({ key, there }, { paper }) =>
      savePath(paper, { done: there ? 'added' : 'removed', at: key }),
    back: toSave,
  }),
  savePaper: verb({
    who: 'member',
    limit: 'collection',
    input: saveInput,
    run: service.savePaper,
    // Without scripts, the next page is the choice of collections; after signing in, the paper.
    done: ({ key, paperId }, { paper }, from) =>
      from === savePath(paper)
        ? savePath(paper, { done: 'added', at: key })
        : `${from.split('#')[0]}#${savedId(paperId)}`,
    back: toSave,
    intent: ({ paper }) => paperIntent('save', { slug: paper }),
  }),
  arrangePapers: verb({
    who: 'owner',
    limit: 'collection',
    input: arrangeInput,
    fields: arrangeFields,
    run: service.arrangePapers,
    // The page with the moved paper, whose row gets the focus.
    done: ({ key }, { move, remove, page }) =>
      move
        ? editCollectionPath(key, {
            done: 'moved',
            paper: move.paper,
            page: String(Math.ceil(move.to / PAGE_SIZE)),
          })
        : editCollectionPath(key, { done: remove ? 'removed' : 'noted', page }),
    back: (fields, query) => toEdit(fields, { ...query, page: typedText(fields, 'page', 3) }),
  }),
});
