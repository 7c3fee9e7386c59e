import { defineFormVerb } from '@/lib/http/form-verb';
import { collectionInput } from '@/lib/moderation/schema';
import { hideCollection } from '@/lib/moderation/service';

export const POST = defineFormVerb({
  name: 'hideCollection',
  limit: 'api',
  input: collectionInput,
  run: hideCollection,
});
