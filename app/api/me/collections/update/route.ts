import { collectionForm, keyIn, typed } from '@/lib/collections/form';
import { editCollectionPath } from '@/lib/collections/paths';
import { updateInput } from '@/lib/collections/schema';
import { updateCollection } from '@/lib/collections/service';

export const POST = collectionForm({
  name: 'updateCollection',
  input: updateInput,
  run: updateCollection,
  done: ({ key, tags }) => ({ path: editCollectionPath(key, { done: 'saved' }), tags }),
  back: (fields, query) => editCollectionPath(keyIn(fields), { ...query, ...typed(fields) }),
});
