import { settleContestInput } from '@/lib/claims/schema';
import { settleContest } from '@/lib/claims/service';
import { defineFormVerb } from '@/lib/web/form-verb';

export const POST = defineFormVerb({
  name: 'settleContest',
  limit: 'api',
  input: settleContestInput,
  run: settleContest,
});
