import { named, verb } from '@/lib/web/verb';
import { commentIntent } from './intent';
import {
  commentUpvoteFields,
  commentUpvoteInput,
  kindInput,
  overlayInput,
  reactionInput,
  settleInput,
} from './schema';
import * as service from './service';

export const verbs = named('reactions', {
  getReactions: verb({
    who: 'signedIn',
    limit: 'api',
    input: overlayInput,
    run: service.getReactions,
  }),
  upvoteComment: verb({
    who: 'memberButAuthor',
    limit: 'vote',
    input: commentUpvoteInput,
    fields: commentUpvoteFields,
    run: service.upvoteComment,
    done: (_output, { commentId }, from) => `${from.split('#')[0]}#comment-${commentId}`,
    intent: ({ commentId, upvoted }) =>
      upvoted ? commentIntent(commentId) : Promise.resolve(null),
    returnsToPage: true,
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
