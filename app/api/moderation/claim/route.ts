import { settleClaimInput } from '@/lib/claims/schema';
import { settleClaim } from '@/lib/claims/service';
import { defineFormVerb } from '@/lib/web/form-verb';

export const POST = defineFormVerb({
  name: 'settleClaim',
  limit: 'api',
  input: settleClaimInput,
  run: settleClaim,
});
