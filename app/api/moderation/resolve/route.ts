import { resolveInput } from '@/lib/reports/schema';
import { resolveReports } from '@/lib/reports/service';
import { defineFormVerb } from '@/lib/web/form-verb';

export const POST = defineFormVerb({
  name: 'resolveReports',
  limit: 'api',
  input: resolveInput,
  run: resolveReports,
});
