import { ownInput } from '@/lib/digests/schema';
import { removeSubscription } from '@/lib/digests/service';
import { defineFormVerb } from '@/lib/web/form-verb';

export const POST = defineFormVerb({
  name: 'removeSubscription',
  limit: 'follow',
  input: ownInput,
  run: removeSubscription,
});
