'use server';

import { defineAction } from '@/lib/web/action';
import { upvoteInput } from './schema';
import { setUpvote } from './service';

export const upvoteAction = defineAction({
  name: 'setUpvote',
  input: upvoteInput,
  limit: 'vote',
  run: setUpvote,
});
