import { ok } from '@/lib/base/errors';
import { commentsTag, paperTag } from '@/lib/base/tags';
import { commentPath } from '@/lib/comments/paths';
import { postCommentInput } from '@/lib/comments/schema';
import { postComment } from '@/lib/comments/service';
import { defineTextForm } from '@/lib/web/text-form';

/** For browsers without scripts. */
export const POST = defineTextForm({
  name: 'postComment',
  limit: 'comment',
  action: '/api/comments/post',
  input: postCommentInput,
  numbers: ['paperId', 'parentId'],
  text: { name: 'markdown', label: 'Your comment' },
  run: async (context, input) => {
    const result = await postComment(context, input);
    if (!result.ok) return result;
    const { commentId, paperId } = result.data;
    return ok({
      leadsTo: commentPath(commentId),
      tags: [commentsTag(paperId), paperTag(paperId)],
    });
  },
});
