import { mentionsInput } from '@/lib/comments/schema';
import { suggestMentions } from '@/lib/comments/service';
import { defineRoute } from '@/lib/web/route';

/** Readers whom somebody who types `@` may mean. */
export const GET = defineRoute({
  name: 'suggestMentions',
  input: mentionsInput,
  limit: 'search',
  run: suggestMentions,
});
