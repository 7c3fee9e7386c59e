import { defineFormVerb } from '@/lib/http/form-verb';
import { ownSearchInput } from '@/lib/searches/schema';
import { deleteSearch } from '@/lib/searches/service';

export const POST = defineFormVerb({
  name: 'deleteSearch',
  limit: 'follow',
  input: ownSearchInput,
  run: deleteSearch,
});
