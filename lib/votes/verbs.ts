import { paperIntent } from '@/lib/papers/intent';
import { named, verb } from '@/lib/web/verb';
import { afterVote } from './paths';
import { upvoteFields, upvoteInput } from './schema';
import { setUpvote } from './service';

export const verbs = named('votes', {
  setUpvote: verb({
    who: 'member',
    limit: 'vote',
    input: upvoteInput,
    fields: upvoteFields,
    run: setUpvote,
    done: (_output, vote, from) => afterVote(from, vote),
    intent: ({ paperId, upvoted }) =>
      upvoted ? paperIntent('upvote', { id: paperId }) : Promise.resolve(null),
    returnsToPage: true,
  }),
});
