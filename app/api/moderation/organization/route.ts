import { settleRequestInput } from '@/lib/organizations/schema';
import { settleRequest } from '@/lib/organizations/service';
import { defineFormVerb } from '@/lib/web/form-verb';

export const POST = defineFormVerb({
  name: 'settleRequest',
  limit: 'api',
  input: settleRequestInput,
  run: settleRequest,
});
