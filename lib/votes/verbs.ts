import { named, verb } from '@/lib/web/verb';
import { upvoteInput } from './schema';
import { setUpvote } from './service';

export const verbs = named('votes', {
  setUpvote: verb({ who: 'member', limit: 'vote', input: upvoteInput, run: setUpvote }),
});
