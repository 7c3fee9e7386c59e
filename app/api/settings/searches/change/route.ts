import { defineFormVerb } from '@/lib/http/form-verb';
import { changeInput } from '@/lib/searches/schema';
import { changeSearch } from '@/lib/searches/service';

export const POST = defineFormVerb({
  name: 'changeSearch',
  limit: 'follow',
  input: changeInput,
  run: changeSearch,
});
