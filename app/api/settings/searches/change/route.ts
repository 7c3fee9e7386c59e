import { changeInput } from '@/lib/searches/schema';
import { changeSearch } from '@/lib/searches/service';
import { defineFormVerb } from '@/lib/web/form-verb';

export const POST = defineFormVerb({
  name: 'changeSearch',
  limit: 'follow',
  input: changeInput,
  run: changeSearch,
});
