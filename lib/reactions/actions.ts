'use server';

import { updateTag } from 'next/cache';
import type { Result } from '@/lib/base/errors';
import { commentsTag } from '@/lib/base/tags';
import { defineAction } from '@/lib/web/action';
import { commentUpvoteInput, kindInput, reactionInput, settleInput } from './schema';
import { type Changed, markComment, reactToComment, settleComment, upvoteComment } from './service';

const seen = (result: Result<Changed>): Result<Changed> => {
  if (result.ok) updateTag(commentsTag(result.data.paperId));
  return result;
};

export const upvoteCommentAction = defineAction({
  name: 'upvoteComment',
  input: commentUpvoteInput,
  limit: 'vote',
  run: upvoteComment,
});

export const reactToCommentAction = defineAction({
  name: 'reactToComment',
  input: reactionInput,
  limit: 'vote',
  run: reactToComment,
});

export const settleCommentAction = defineAction({
  name: 'settleComment',
  input: settleInput,
  limit: 'preview',
  run: async (context, input) => seen(await settleComment(context, input)),
});

export const markCommentAction = defineAction({
  name: 'markComment',
  input: kindInput,
  limit: 'preview',
  run: async (context, input) => seen(await markComment(context, input)),
});
