import { collectionForm, keyIn } from '@/lib/collections/form';
import { collectionsPath, editCollectionPath } from '@/lib/collections/paths';
import { ofCollection } from '@/lib/collections/schema';
import { deleteCollection } from '@/lib/collections/service';

export const POST = collectionForm({
  name: 'deleteCollection',
  input: ofCollection,
  run: deleteCollection,
  done: ({ tags }) => ({ path: collectionsPath({ done: 'deleted' }), tags }),
  back: (fields, query) => editCollectionPath(keyIn(fields), query),
});
