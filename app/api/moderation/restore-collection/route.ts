import { defineFormVerb } from '@/lib/http/form-verb';
import { collectionInput } from '@/lib/moderation/schema';
import { restoreCollection } from '@/lib/moderation/service';

export const POST = defineFormVerb({
  name: 'restoreCollection',
  limit: 'api',
  input: collectionInput,
  run: restoreCollection,
});
