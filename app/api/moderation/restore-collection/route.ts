import { collectionInput } from '@/lib/moderation/schema';
import { restoreCollection } from '@/lib/moderation/service';
import { defineFormVerb } from '@/lib/web/form-verb';

export const POST = defineFormVerb({
  name: 'restoreCollection',
  limit: 'api',
  input: collectionInput,
  run: restoreCollection,
});
