import { ownSearchInput } from '@/lib/searches/schema';
import { deleteSearch } from '@/lib/searches/service';
import { defineFormVerb } from '@/lib/web/form-verb';

export const POST = defineFormVerb({
  name: 'deleteSearch',
  limit: 'follow',
  input: ownSearchInput,
  run: deleteSearch,
});
