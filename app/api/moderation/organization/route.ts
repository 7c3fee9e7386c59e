import { defineFormVerb } from '@/lib/http/form-verb';
import { settleRequestInput } from '@/lib/organizations/schema';
import { settleRequest } from '@/lib/organizations/service';

export const POST = defineFormVerb({
  name: 'settleRequest',
  limit: 'api',
  input: settleRequestInput,
  run: settleRequest,
});
