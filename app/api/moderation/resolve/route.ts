import { defineFormVerb } from '@/lib/http/form-verb';
import { resolveInput } from '@/lib/reports/schema';
import { resolveReports } from '@/lib/reports/service';

export const POST = defineFormVerb({
  name: 'resolveReports',
  limit: 'api',
  input: resolveInput,
  run: resolveReports,
});
