import { collectionInput } from '@/lib/moderation/schema';
import { hideCollection } from '@/lib/moderation/service';
import { defineFormVerb } from '@/lib/web/form-verb';

export const POST = defineFormVerb({
  name: 'hideCollection',
  limit: 'api',
  input: collectionInput,
  run: hideCollection,
});
