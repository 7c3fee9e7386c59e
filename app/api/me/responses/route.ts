import { defineRoute } from '@/lib/http/route';
import { overlayInput } from '@/lib/responses/schema';
import { getResponses } from '@/lib/responses/service';

export const GET = defineRoute({
  name: 'getResponses',
  input: overlayInput,
  limit: 'api',
  run: getResponses,
});
