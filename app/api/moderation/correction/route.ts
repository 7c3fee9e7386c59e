import { revertInput } from '@/lib/corrections/schema';
import { revertCorrection } from '@/lib/corrections/service';
import { defineFormVerb } from '@/lib/web/form-verb';

export const POST = defineFormVerb({
  name: 'revertCorrection',
  limit: 'api',
  input: revertInput,
  run: revertCorrection,
});
