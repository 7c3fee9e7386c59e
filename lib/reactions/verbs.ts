import { named, verb } from '@/lib/web/verb';
import { commentUpvoteInput, kindInput, overlayInput, reactionInput, settleInput } from './schema';
import * as service from './service';

export const verbs = named('reactions', {
  getResponses: verb({
    who: 'signedIn',
    limit: 'api',
    input: overlayInput,
    run: service.getResponses,
  }),
  upvoteComment: verb({
    who: 'memberButAuthor',
    limit: 'vote',
    input: commentUpvoteInput,
    run: service.upvoteComment,
  }),
  reactToComment: verb({
    who: 'member',
    limit: 'vote',
    input: reactionInput,
    run: service.reactToComment,
  }),
  settleComment: verb({
    who: 'authorOrModerator',
    limit: 'preview',
    input: settleInput,
    run: service.settleComment,
  }),
  markComment: verb({
    who: 'author',
    limit: 'preview',
    input: kindInput,
    run: service.markComment,
  }),
});
