import { overlayInput } from '@/lib/reactions/schema';
import { getResponses } from '@/lib/reactions/service';
import { defineRoute } from '@/lib/web/route';

export const GET = defineRoute({
  name: 'getResponses',
  input: overlayInput,
  limit: 'api',
  run: getResponses,
});
